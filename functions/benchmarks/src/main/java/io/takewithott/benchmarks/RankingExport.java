package io.takewithott.benchmarks;

import io.takewithott.benchmarks.RatingsFile.Row;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.Histories;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.Scorer;
import io.takewithott.recommender.score.Scores;
import io.takewithott.recommender.score.TopTitles;
import io.takewithott.recommender.score.TopTitles.Scored;
import io.takewithott.recommender.snapshot.RatingLog;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.train.Choice;
import io.takewithott.recommender.train.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Ranks the listed users of a data set for an independent scorer. The folder holds {@code
 * items.txt}, and in {@code topn} the files {@code train.csv}, {@code validation.csv} and {@code
 * users.txt}. What validation decides is decided on the validation file; then the model is trained
 * on both files. The output has a line a user: the user and 100 items, best first, separated by
 * tabs.
 */
public final class RankingExport {
  private static final int LISTED = 100;
  private static final long SEED = 20261101;
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Stages stages;
  private final InstantSource clock;
  private final OriginalIds users = new OriginalIds();
  private final OriginalIds items = new OriginalIds();

  RankingExport(Stages stages, InstantSource clock) {
    this.stages = stages;
    this.clock = clock;
  }

  /** Arguments: the folder and the output file. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 2) {
      System.err.println("Usage: RankingExport <folder of the split> <output file>");
      System.exit(2);
    }
    InstantSource clock = InstantSource.system();
    new RankingExport(new Stages(clock, System.out), clock)
        .run(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  void run(Path folder, Path output) throws Exception {
    Data data = stages.run("read", () -> read(folder));
    stages.progress(
        users.size() + " users, " + items.size() + " items, " + data.all().size() + " ratings");
    Trainer trainer = new Trainer(SEED, clock, LONGEST);
    Choice choice = stages.run("choose", () -> trainer.choose(data.train(), data.validation()));
    stages.progress(choice.toString());
    HybridModel model = stages.run("fit", () -> trainer.fit(data.all(), choice));
    List<String> names = Files.readAllLines(folder.resolve("topn/users.txt"));
    List<Line> lines = stages.run("rank", () -> rank(model, data.all(), names));
    refuseTwins(lines);
    stages.run("write", () -> Files.write(output, lines.stream().map(Line::text).toList()));
  }

  private Data read(Path folder) throws IOException {
    Files.readAllLines(folder.resolve("items.txt")).forEach(items::number);
    List<Row> train = RatingsFile.read(folder.resolve("topn/train.csv"));
    List<Row> validation = RatingsFile.read(folder.resolve("topn/validation.csv"));
    double largest = train.stream().mapToDouble(Row::rating).max().orElseThrow();
    RatingScale scale = RatingScale.ofLargest(largest);
    RatingsSnapshot trained = snapshot(train, scale, RatingsSnapshot.EMPTY);
    RatingsSnapshot validated = snapshot(validation, scale, RatingsSnapshot.EMPTY);
    RatingsSnapshot all = snapshot(validation, scale, trained);
    long[] catalogue = IntStream.rangeClosed(1, items.size()).asLongStream().toArray();
    return new Data(trained.over(catalogue), validated.over(catalogue), all.over(catalogue));
  }

  private RatingsSnapshot snapshot(List<Row> rows, RatingScale scale, RatingsSnapshot base) {
    RatingLog log = new RatingLog();
    for (Row row : rows) {
      log.add(users.number(row.user()), items.number(row.item()), scale.halfStars(row.rating()), 0);
    }
    return base.with(log, 0);
  }

  private List<Line> rank(HybridModel model, RatingsSnapshot ratings, List<String> names) {
    Scorer scorer = new Scorer(model);
    AtomicInteger done = new AtomicInteger();
    return names.parallelStream()
        .map(
            name -> {
              Line line = line(scorer, model, ratings, name);
              int count = done.incrementAndGet();
              if (count % 2000 == 0) {
                stages.progress(count + " of " + names.size() + " users ranked");
              }
              return line;
            })
        .toList();
  }

  private Line line(Scorer scorer, HybridModel model, RatingsSnapshot ratings, String name) {
    int user = ratings.userIndex(users.number(name));
    History history = user < 0 ? History.NONE : Histories.of(ratings, user);
    Scores scores = scorer.score(history);
    TopTitles top = new TopTitles(LISTED);
    for (int title = 0; title < model.titleCount(); title++) {
      if (!scores.known(title)) {
        top.offer(title, scores.score(title));
      }
    }
    StringBuilder text = new StringBuilder(name);
    List<Double> values = new ArrayList<>(LISTED);
    for (Scored scored : top.bestFirst()) {
      text.append('\t').append(items.text(model.titleId(scored.title())));
      values.add(scored.score());
    }
    return new Line(name, history, values, text.toString());
  }

  /** Two users of different histories with the same scores would not have rankings of their own. */
  private static void refuseTwins(List<Line> lines) {
    Map<List<Double>, Line> seen = new HashMap<>();
    for (Line line : lines) {
      Line twin = seen.put(line.scores(), line);
      if (twin != null && !twin.history().equals(line.history())) {
        throw new IllegalStateException(
            "Users " + twin.user() + " and " + line.user() + " have the same scores");
      }
      if (line.scores().stream().distinct().count() < line.scores().size()) {
        throw new IllegalStateException("User " + line.user() + " has two titles with one score");
      }
    }
  }

  private record Data(RatingsSnapshot train, RatingsSnapshot validation, RatingsSnapshot all) {}

  private record Line(String user, History history, List<Double> scores, String text) {}
}
