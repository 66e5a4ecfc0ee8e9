package io.takewithott.recommender.snapshot;

import java.util.List;
import java.util.StringJoiner;

/**
 * Ratings as a matrix on screen: titles across, users down, stars in the cells, a point where there
 * is none. A rating's time is 1,000 times the user's id plus the title's.
 */
public final class RatingsMatrix {
  private RatingsMatrix() {}

  public static RatingsSnapshot snapshot(String matrix) {
    return RatingsSnapshot.EMPTY.with(log(matrix), 1);
  }

  public static RatingLog log(String matrix) {
    List<String[]> rows = matrix.strip().lines().map(line -> line.strip().split("\\s+")).toList();
    String[] titles = rows.get(0);
    RatingLog log = new RatingLog();
    for (String[] row : rows.subList(1, rows.size())) {
      long user = Long.parseLong(row[0]);
      for (int i = 1; i < row.length; i++) {
        if (!row[i].equals(".")) {
          long title = Long.parseLong(titles[i - 1]);
          int halves = (int) Math.round(Double.parseDouble(row[i]) * 2);
          log.add(user, title, halves, (int) (1000 * user + title));
        }
      }
    }
    return log;
  }

  /** Every rating as {@code user title stars}, one a line. */
  public static String lines(RatingsSnapshot snapshot) {
    StringJoiner lines = new StringJoiner("\n");
    for (int user = 0; user < snapshot.userCount(); user++) {
      for (int k = snapshot.begin(user); k < snapshot.end(user); k++) {
        lines.add(
            snapshot.userId(user)
                + " "
                + snapshot.titleId(snapshot.title(k))
                + " "
                + snapshot.halfStars(k) / 2.0);
      }
    }
    return lines.toString();
  }
}
