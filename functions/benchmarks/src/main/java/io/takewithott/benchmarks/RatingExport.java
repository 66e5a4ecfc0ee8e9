package io.takewithott.benchmarks;

import io.takewithott.benchmarks.RatingsFile.Row;
import io.takewithott.recommender.snapshot.RatingLog;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.stars.StarModel;
import io.takewithott.recommender.stars.StarTraining;
import io.takewithott.recommender.stars.StarViewer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Predicts the held-out ratings of every fold of a data set for an independent scorer. The folder
 * holds {@code items.txt} and for each fold {@code cv0}, {@code cv1} and so on with {@code
 * train.csv} and {@code test.csv}. Each fold's model sees the fold's training ratings alone; every
 * prediction is made as it is served, by folding the user in from their training ratings. The
 * output has a line a rating: fold, user, item, prediction in the data set's own scale.
 */
public final class RatingExport {
  private static final long SEED = 20261101;
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Stages stages;
  private final InstantSource clock;

  RatingExport(Stages stages, InstantSource clock) {
    this.stages = stages;
    this.clock = clock;
  }

  /** Arguments: the folder and the output file. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 2) {
      System.err.println("Usage: RatingExport <folder of the split> <output file>");
      System.exit(2);
    }
    InstantSource clock = InstantSource.system();
    new RatingExport(new Stages(clock, System.out), clock)
        .run(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  void run(Path folder, Path output) throws Exception {
    List<String> items = Files.readAllLines(folder.resolve("items.txt"));
    List<String> lines = new ArrayList<>();
    int fold = 0;
    for (; Files.isDirectory(folder.resolve("cv" + fold)); fold++) {
      lines.addAll(predict(folder.resolve("cv" + fold), fold, items));
    }
    if (fold == 0) {
      throw new IllegalArgumentException(folder.getFileName() + " has no fold cv0");
    }
    stages.run("write", () -> Files.write(output, lines));
  }

  private List<String> predict(Path folder, int fold, List<String> items) throws Exception {
    Fold data = stages.run("read " + fold, () -> read(folder, items));
    stages.progress(data.snapshot().userCount() + " users, " + data.snapshot().size() + " ratings");
    Instant end = clock.instant().plus(LONGEST);
    StarModel model =
        stages.run(
            "train " + fold,
            () -> StarTraining.train(data.snapshot(), SEED, () -> clock.instant().isAfter(end)));
    return stages.run("predict " + fold, () -> lines(model, data, fold));
  }

  private static Fold read(Path folder, List<String> names) throws IOException {
    OriginalIds users = new OriginalIds();
    OriginalIds items = new OriginalIds();
    names.forEach(items::number);
    List<Row> train = RatingsFile.read(folder.resolve("train.csv"));
    double least = train.stream().mapToDouble(Row::rating).min().orElseThrow();
    double most = train.stream().mapToDouble(Row::rating).max().orElseThrow();
    RatingScale scale = RatingScale.ofLargest(most);
    RatingLog log = new RatingLog();
    for (Row row : train) {
      log.add(users.number(row.user()), items.number(row.item()), scale.halfStars(row.rating()), 0);
    }
    List<String[]> asked =
        Files.readAllLines(folder.resolve("test.csv")).stream()
            .map(line -> line.split(","))
            .toList();
    asked.forEach(pair -> items.number(pair[1]));
    long[] catalogue = new long[items.size()];
    Arrays.setAll(catalogue, i -> i + 1L);
    RatingsSnapshot snapshot = RatingsSnapshot.EMPTY.with(log, 0).over(catalogue);
    ToDoubleFunction<Double> original =
        stars -> Math.max(least, Math.min(most, scale.points(stars)));
    return new Fold(users, items, snapshot, asked, original);
  }

  private static List<String> lines(StarModel model, Fold data, int fold) {
    List<String> lines = new ArrayList<>();
    String before = "";
    StarViewer viewer = viewer(model, data, before);
    for (String[] pair : data.asked()) {
      if (!pair[0].equals(before)) {
        before = pair[0];
        viewer = viewer(model, data, before);
      }
      int title = data.snapshot().titleIndex(data.items().number(pair[1]));
      double prediction = data.original().applyAsDouble(viewer.stars(title));
      lines.add(String.format(Locale.ROOT, "%d,%s,%s,%.5f", fold, pair[0], pair[1], prediction));
    }
    return lines;
  }

  private static StarViewer viewer(StarModel model, Fold data, String name) {
    RatingsSnapshot ratings = data.snapshot();
    int user = ratings.userIndex(data.users().number(name));
    int begin = user < 0 ? 0 : ratings.begin(user);
    int length = user < 0 ? 0 : ratings.end(user) - begin;
    int[] titles = new int[length];
    float[] stars = new float[length];
    float[] weights = new float[length];
    for (int k = 0; k < length; k++) {
      titles[k] = ratings.title(begin + k);
      stars[k] = ratings.halfStars(begin + k) / 2f;
      weights[k] = 1f;
    }
    return model.foldIn(titles, stars, weights);
  }

  private record Fold(
      OriginalIds users,
      OriginalIds items,
      RatingsSnapshot snapshot,
      List<String[]> asked,
      ToDoubleFunction<Double> original) {}
}
