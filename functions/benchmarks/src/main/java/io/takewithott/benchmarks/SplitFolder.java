package io.takewithott.benchmarks;

import io.takewithott.benchmarks.RatingsFile.Row;
import io.takewithott.recommender.score.Histories;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.snapshot.RatingLog;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A data set cut up for three protocols, as the independent scorer writes it: {@code items.txt},
 * the catalogue; {@code topn} with {@code train.csv}, {@code validation.csv} and {@code users.txt};
 * {@code cold/GROUP} with {@code train.csv} and {@code users.tsv}; {@code cvN} with {@code
 * train.csv} and {@code test.csv}. The held-out answers are not in it.
 */
public final class SplitFolder {
  private final Path folder;

  public SplitFolder(Path folder) {
    if (!Files.isRegularFile(folder.resolve("items.txt"))) {
      throw new IllegalArgumentException(
          folder + " has no items.txt; expected a folder that 'evaluate.py split' wrote");
    }
    this.folder = folder;
  }

  /** The ranking of known users; what validation holds is training data too. */
  public Part topn() throws IOException {
    List<Row> rows = new ArrayList<>(RatingsFile.read(folder.resolve("topn/train.csv")));
    rows.addAll(RatingsFile.read(folder.resolve("topn/validation.csv")));
    Ratings ratings = ratings(rows, RatingScale.stretched(largest(rows)));
    Map<String, History> users = new LinkedHashMap<>();
    for (String name : Files.readAllLines(folder.resolve("topn/users.txt"))) {
      users.put(name, ratings.history(name));
    }
    return new Part("topn", ratings, users);
  }

  /** The ranking of strangers who picked three favourites, in groups; none when there are none. */
  public List<String> coldGroups() throws IOException {
    Path cold = folder.resolve("cold");
    if (!Files.isDirectory(cold)) {
      return List.of();
    }
    try (Stream<Path> groups = Files.list(cold)) {
      return groups.map(group -> group.getFileName().toString()).sorted().toList();
    }
  }

  public Part cold(String group) throws IOException {
    Path part = folder.resolve("cold").resolve(group);
    List<Row> rows = RatingsFile.read(part.resolve("train.csv"));
    Ratings ratings = ratings(rows, RatingScale.stretched(largest(rows)));
    Map<String, History> users = new LinkedHashMap<>();
    for (String line : Files.readAllLines(part.resolve("users.tsv"))) {
      List<String> cells = List.of(line.split("\t"));
      List<Long> picks =
          cells.subList(1, cells.size()).stream().map(ratings.items()::number).toList();
      users.put(cells.get(0), History.of(List.of(), picks));
    }
    return new Part("cold " + group, ratings, users);
  }

  /** How many folds the prediction of ratings has. */
  public int folds() {
    int folds = 0;
    while (Files.isDirectory(folder.resolve("cv" + folds))) {
      folds++;
    }
    return folds;
  }

  public Fold fold(int fold) throws IOException {
    Path part = folder.resolve("cv" + fold);
    List<Row> rows = RatingsFile.read(part.resolve("train.csv"));
    Ratings ratings = ratings(rows, RatingScale.exact(largest(rows)));
    List<Asked> asked = new ArrayList<>();
    for (String line : Files.readAllLines(part.resolve("test.csv"))) {
      String[] cells = line.split(",");
      asked.add(new Asked(cells[0], cells[1]));
    }
    double least = rows.stream().mapToDouble(Row::rating).min().orElseThrow();
    return new Fold(fold, ratings, asked, least, largest(rows));
  }

  private static double largest(List<Row> rows) {
    return rows.stream().mapToDouble(Row::rating).max().orElseThrow();
  }

  private Ratings ratings(List<Row> rows, RatingScale scale) throws IOException {
    OriginalIds items = new OriginalIds();
    Files.readAllLines(folder.resolve("items.txt")).forEach(items::add);
    long[] catalogue = LongStream.rangeClosed(1, items.size()).toArray();
    OriginalIds users = new OriginalIds();
    RatingLog log = new RatingLog();
    for (Row row : rows) {
      log.add(users.add(row.user()), items.add(row.item()), scale.halfStars(row.rating()), 0);
    }
    RatingsSnapshot snapshot = RatingsSnapshot.EMPTY.with(log, 0).over(catalogue);
    return new Ratings(snapshot, catalogue, users, items, scale);
  }

  /** Training ratings with numbers in place of the data set's own ids. */
  public record Ratings(
      RatingsSnapshot snapshot,
      long[] catalogue,
      OriginalIds users,
      OriginalIds items,
      RatingScale scale) {
    /** What a user rated, nothing when they are not among the users. */
    public History history(String user) {
      int index = snapshot.userIndex(users.number(user));
      return index < 0 ? History.NONE : Histories.of(snapshot, index);
    }
  }

  /** What to train on and the users to rank, each with what is known of them. */
  public record Part(String name, Ratings ratings, Map<String, History> users) {}

  /** What to train on, the ratings to predict, and between which they lie. */
  public record Fold(int number, Ratings ratings, List<Asked> asked, double least, double most) {}

  /** A rating to predict. */
  public record Asked(String user, String item) {}
}
