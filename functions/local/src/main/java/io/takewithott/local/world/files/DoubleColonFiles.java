package io.takewithott.local.world.files;

import java.util.List;

/**
 * {@code ratings.dat} and {@code movies.dat} with double colons, which two publishers use.
 * MovieTweetings names films by their IMDb number, seven digits or more, and rates them from 0 to
 * 10; MovieLens has short numbers and 5 stars.
 */
final class DoubleColonFiles {
  static final String RATINGS = "ratings.dat";
  static final String TITLES = "movies.dat";
  private static final String SEPARATOR = "::";
  private static final int IMDB_DIGITS = 7;
  private static final int MOVIELENS_MOST = 5;

  private DoubleColonFiles() {}

  static boolean areIn(Folder folder) {
    return folder.hasAll(List.of(RATINGS, TITLES));
  }

  /**
   * Whether the first ratings are of IMDb numbers, or too many of them above five stars to be
   * slips.
   */
  static boolean areTweeted(Folder folder) {
    List<String> lines = folder.firstLines(RATINGS, Encoding.LATIN_1_OR_UTF_8, Intake.PROBED_LINES);
    long tweeted = lines.stream().filter(DoubleColonFiles::isTweeted).count();
    return tweeted * Intake.ONE_IN > lines.size();
  }

  private static boolean isTweeted(String line) {
    List<String> fields = Fields.split(line, SEPARATOR);
    if (fields.size() != 4) {
      return false;
    }
    try {
      return Fields.key(fields.get(1)).length() >= IMDB_DIGITS
          || Fields.decimal(fields.get(2)) > MOVIELENS_MOST;
    } catch (RejectedLine unusable) {
      return false;
    }
  }

  static void read(Intake intake, Encoding encoding, Scale scale) {
    intake.lines(TITLES, encoding, line -> title(line, intake));
    intake.lines(RATINGS, encoding, line -> rating(line, intake, scale));
  }

  private static void title(String line, Intake intake) {
    List<String> fields = Fields.split(line, SEPARATOR);
    int last = fields.size() - 1;
    if (last < 2) {
      throw new RejectedLine(Fields.columnsExpected(fields.size(), 3));
    }
    String key = Fields.key(fields.get(0));
    String name = String.join(SEPARATOR, fields.subList(1, last));
    List<String> genres =
        fields.get(last).isBlank() ? List.of() : Fields.split(fields.get(last), "|");
    intake.title(ListedTitle.parse(name).as(key, null, intake.genres(genres)));
  }

  private static void rating(String line, Intake intake, Scale scale) {
    List<String> fields = Fields.split(line, SEPARATOR, 4);
    intake.rating(
        Fields.key(fields.get(0)),
        Fields.key(fields.get(1)),
        scale.halfStars(fields.get(2)),
        Fields.epochSeconds(fields.get(3)));
  }
}
