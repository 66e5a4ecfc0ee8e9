package io.takewithott.rating.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A list of ratings as some service writes it: columns found by their names, separated by commas,
 * semicolons or tabs.
 *
 * @param withoutRating lines that only say that something was seen
 */
record RatingFile(
    List<RatedRow> rows, boolean imdb, int withoutRating, List<BadLine> badLines, String encoding) {
  static final int MOST_ROWS = 10_000;

  private static final String SEPARATORS = ",;\t";

  /** A line that is no rating, and why. */
  record BadLine(int line, String reason) {}

  /**
   * @throws AppException INVALID_VALUE for what is no list of ratings of one person
   */
  static RatingFile of(byte[] bytes) {
    FileText file = FileText.of(bytes);
    List<CsvRecord> records = records(file.text());
    if (records.isEmpty()) {
      throw refused("The file is empty");
    }
    Map<Column, Integer> places = Column.places(records.get(0).getFields());
    requireColumns(places);
    List<CsvRecord> lines = records.subList(1, records.size());
    requireOnePerson(lines, places);
    List<RatedRow> rows = new ArrayList<>();
    List<BadLine> bad = new ArrayList<>();
    int without = 0;
    for (CsvRecord line : lines) {
      Fields fields = new Fields(line, places);
      if (fields.text(Column.RATING) == null) {
        without++;
        continue;
      }
      try {
        rows.add(fields.row());
      } catch (IllegalArgumentException wrong) {
        bad.add(
            new BadLine((int) line.getStartingLineNumber(), String.valueOf(wrong.getMessage())));
      }
    }
    return new RatingFile(rows, places.containsKey(Column.IMDB_ID), without, bad, file.encoding());
  }

  private static List<CsvRecord> records(String text) {
    List<CsvRecord> records = new ArrayList<>();
    try {
      CsvReader<CsvRecord> reader =
          CsvReader.builder().fieldSeparator(separator(text)).ofCsvRecord(text);
      for (CsvRecord each : reader) {
        if (records.size() > MOST_ROWS) {
          throw refused("The file has more than " + MOST_ROWS + " lines: split it");
        }
        records.add(each);
      }
      return records;
    } catch (CsvParseException | UncheckedIOException broken) {
      throw refused("The file is no CSV: a quoted field has no end, or is too long");
    }
  }

  /** The one that comes most often in the first line. */
  private static char separator(String text) {
    String first = text.lines().findFirst().orElse("");
    return (char)
        SEPARATORS
            .chars()
            .boxed()
            .max(Comparator.comparingLong(each -> first.chars().filter(c -> c == each).count()))
            .orElse((int) ',')
            .intValue();
  }

  private static void requireColumns(Map<Column, Integer> places) {
    boolean named =
        places.containsKey(Column.TITLE)
            || places.containsKey(Column.ORIGINAL_TITLE)
            || places.containsKey(Column.IMDB_ID)
            || places.containsKey(Column.MOVIELENS_ID);
    if (!named || !places.containsKey(Column.RATING)) {
      throw refused("The first line must name a column for the title and one for the rating");
    }
  }

  /** A whole data set is not somebody's own ratings. */
  private static void requireOnePerson(List<CsvRecord> lines, Map<Column, Integer> places) {
    Set<String> people = new HashSet<>();
    for (CsvRecord line : lines) {
      String person = new Fields(line, places).text(Column.WHO);
      if (person != null) {
        people.add(person);
      }
    }
    if (people.size() > 1) {
      throw refused("The file holds ratings of " + people.size() + " people: bring your own alone");
    }
  }

  private static AppException refused(String message) {
    return new AppException(ErrorCode.INVALID_VALUE, message, Map.of("field", "file"));
  }
}
