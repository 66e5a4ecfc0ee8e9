package io.takewithott.local.world.files;

import java.util.ArrayList;
import java.util.List;

/** Splitting lines, and reading what stands between the separators. */
final class Fields {
  /** Ratings in the far future are as wrong as those before 1970: 2100-01-01T00:00:00Z. */
  private static final long LATEST_EPOCH_SECONDS = 4_102_444_800L;

  private static final int LONGEST_KEY = 18;

  /** The longest real title has about 200 characters. */
  private static final int LONGEST_NAME = 500;

  /** IMDb's numbers have at least so many. */
  private static final int IMDB_DIGITS = 7;

  private Fields() {}

  /** Splits at every separator, and refuses any other number of columns. */
  static List<String> split(String line, String separator, int columns) {
    List<String> fields = split(line, separator);
    if (fields.size() != columns) {
      throw new RejectedLine(columnsExpected(fields.size(), columns));
    }
    return fields;
  }

  static List<String> split(String line, String separator) {
    List<String> fields = new ArrayList<>();
    int from = 0;
    for (int at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, from)) {
      fields.add(line.substring(from, at));
      from = at + separator.length();
    }
    fields.add(line.substring(from));
    return fields;
  }

  static String columnsExpected(int found, int expected) {
    return "%d %s where %d are expected"
        .formatted(found, found == 1 ? "column" : "columns", expected);
  }

  /** A whole number that names a viewer or a title, as it is written. */
  static String key(String field) {
    String key = field.strip();
    if (key.isEmpty()
        || key.length() > LONGEST_KEY
        || !key.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new RejectedLine(quoted(field) + " is not a number");
    }
    return key;
  }

  /** IMDb's name of a title, from the number in it. */
  static String imdb(String number) {
    return "tt" + "0".repeat(Math.max(0, IMDB_DIGITS - number.length())) + number;
  }

  /** A name of bearable length, without the space around it. */
  static String name(String field) {
    String name = field.strip();
    if (name.length() > LONGEST_NAME) {
      throw new RejectedLine("a name of " + name.length() + " characters");
    }
    return name;
  }

  static long epochSeconds(String field) {
    String digits = key(field);
    long seconds = Long.parseLong(digits);
    if (seconds > LATEST_EPOCH_SECONDS) {
      throw new RejectedLine(quoted(field) + " is not a time in seconds since 1970");
    }
    return seconds;
  }

  static double decimal(String field) {
    String text = field.strip();
    boolean plain = !text.isEmpty() && text.chars().allMatch(c -> "+-.0123456789".indexOf(c) >= 0);
    if (plain) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException notANumber) {
        // Falls to the rejection below.
      }
    }
    throw new RejectedLine(quoted(field) + " is not a number");
  }

  /** At most the first characters, for a message. */
  static String quoted(String field) {
    return '"' + (field.length() > 40 ? field.substring(0, 40) + "…" : field) + '"';
  }
}
