package io.takewithott.rating.imports;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of one line, by what they hold. */
record Fields(CsvRecord line, Map<Column, Integer> places) {
  private static final int LONGEST_TITLE = 300;

  /** {@code Toy Story (1995)}, as MovieLens has it. */
  private static final Pattern YEAR_IN_TITLE = Pattern.compile("(.+?)\\s*\\((\\d{4})\\)\\s*");

  private static final Pattern YEAR = Pattern.compile("(1[89]|20)\\d{2}");

  /** {@code Matrix, The}. */
  private static final Pattern ARTICLE_LAST =
      Pattern.compile("(.+), (The|A|An|Le|La|Les|Il|El|Der|Die|Das)", Pattern.CASE_INSENSITIVE);

  private static final Pattern DATE =
      Pattern.compile("(\\d{4})[-./] ?(\\d{1,2})[-./] ?(\\d{1,2}).*");
  private static final Pattern IMDB = Pattern.compile("(?:tt)?0*([1-9]\\d{0,9})");

  @Nullable String text(Column column) {
    Integer place = places.get(column);
    if (place == null || place >= line.getFieldCount()) {
      return null;
    }
    String text = line.getField(place).strip();
    return text.isEmpty() ? null : text;
  }

  /**
   * @throws IllegalArgumentException with the reason
   */
  RatedRow row() {
    String title = title(Column.TITLE);
    Integer year = year();
    Matcher dated = YEAR_IN_TITLE.matcher(title == null ? "" : title);
    if (dated.matches()) {
      title = dated.group(1);
      year = year == null ? Integer.valueOf(dated.group(2)) : year;
    }
    Matcher article = ARTICLE_LAST.matcher(title == null ? "" : title);
    if (article.matches()) {
      title = article.group(2) + " " + article.group(1);
    }
    RatedRow row =
        new RatedRow(
            (int) line.getStartingLineNumber(),
            rating(),
            title,
            title(Column.ORIGINAL_TITLE),
            year,
            id(Column.IMDB_ID),
            id(Column.MOVIELENS_ID),
            ratedAt());
    if (title == null
        && row.originalTitle() == null
        && row.imdbId() == null
        && row.movieId() == null) {
      throw new IllegalArgumentException("no title");
    }
    return row;
  }

  private double rating() {
    String given = text(Column.RATING);
    String number = given == null ? "" : given.replace(',', '.').replaceAll("[★점\\s]", "");
    if (!number.matches("\\d{1,3}(\\.\\d{1,4})?")) {
      throw new IllegalArgumentException("the rating is no number");
    }
    double rating = Double.parseDouble(number);
    if (rating == 0) {
      throw new IllegalArgumentException("a rating of 0");
    }
    return rating;
  }

  private @Nullable String title(Column column) {
    String title = text(column);
    if (title != null && title.length() > LONGEST_TITLE) {
      throw new IllegalArgumentException("a title of " + title.length() + " characters");
    }
    return title;
  }

  private @Nullable Integer year() {
    String given = text(Column.YEAR);
    Matcher year = YEAR.matcher(given == null ? "" : given);
    return year.find() ? Integer.valueOf(year.group()) : null;
  }

  private @Nullable String id(Column column) {
    String given = text(column);
    Matcher id = IMDB.matcher(given == null ? "" : given);
    return id.matches() ? id.group(1) : null;
  }

  /** Without one the moment of the import counts. */
  private @Nullable Long ratedAt() {
    String given = text(Column.WHEN);
    if (given == null) {
      return null;
    }
    if (given.matches("\\d{9,10}")) {
      return Long.valueOf(given);
    }
    Matcher date = DATE.matcher(given);
    try {
      return date.matches()
          ? LocalDate.of(
                  Integer.parseInt(date.group(1)),
                  Integer.parseInt(date.group(2)),
                  Integer.parseInt(date.group(3)))
              .atStartOfDay()
              .toEpochSecond(ZoneOffset.UTC)
          : null;
    } catch (DateTimeException noDate) {
      return null;
    }
  }
}
