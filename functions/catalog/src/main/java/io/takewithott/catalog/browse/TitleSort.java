package io.takewithott.catalog.browse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Orders of a list of titles, each over an index; equals come by their ids. */
enum TitleSort {
  POPULARITY("popularity", "s.ratings", "integer", true),
  RATING("rating", "s.esteem", "integer", true),
  YEAR("year", "coalesce(t.year, 0)", "integer", true),
  TITLE("title", "left(t.title, 100) collate \"C\"", "text", false),
  NEWEST("newest", Released.DAY, "date", true),
  /** For what is to come. */
  SOONEST("soonest", Released.DAY, "date", false);

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** As much of a name as is compared. */
  private static final Pattern NAME = Pattern.compile("[^\\x00]{0,200}");

  private final String code;
  private final String key;
  private final String type;
  private final boolean falling;

  TitleSort(String code, String key, String type, boolean falling) {
    this.code = code;
    this.key = key;
    this.type = type;
    this.falling = falling;
  }

  static Optional<TitleSort> of(String code) {
    return Arrays.stream(values()).filter(sort -> sort.code.equals(code)).findFirst();
  }

  String code() {
    return code;
  }

  /** What is compared, over {@code titles t} and {@code title_stats s}. */
  String key() {
    return key;
  }

  String order() {
    return key + (falling ? " desc" : "") + ", t.title_id";
  }

  /** What comes behind {@code :startKey} and {@code :startId}; written so that an index begins there. */
  String behind() {
    String start = "cast(:startKey as " + type + ")";
    return "%1$s %3$s= %2$s and (%1$s %3$s %2$s or t.title_id > :startId)"
        .formatted(key, start, falling ? "<" : ">");
  }

  /** Whether a text can be such a key. */
  boolean accepts(String text) {
    return switch (type) {
      case "integer" -> NUMBER.matcher(text).matches();
      case "date" -> DATE.matcher(text).matches() && isDay(text);
      default -> NAME.matcher(text).matches();
    };
  }

  private static boolean isDay(String text) {
    try {
      return LocalDate.parse(text).getYear() > 0;
    } catch (DateTimeException noDay) {
      return false;
    }
  }
}
