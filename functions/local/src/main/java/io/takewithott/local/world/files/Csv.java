package io.takewithott.local.world.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Separated values with quotes as in RFC 4180, one record a line. Columns are found by the names in
 * the first line, so more of them than needed do no harm; a file without such a line has them in
 * the usual order.
 */
final class Csv {
  private final char separator;
  private final List<String> wanted;
  private int[] places;
  private int columns;
  private boolean started;

  Csv(char separator, List<String> wanted) {
    this.separator = separator;
    this.wanted = wanted;
    this.columns = wanted.size();
    this.places = new int[columns];
    for (int i = 0; i < columns; i++) {
      places[i] = i;
    }
  }

  /** Takes the wanted columns of one record. */
  interface RecordTaker {
    void take(List<String> fields);
  }

  Intake.LineTaker to(RecordTaker taker) {
    return line -> {
      List<String> fields = split(line, separator);
      if (!started) {
        started = true;
        if (isHeader(fields)) {
          return;
        }
      }
      if (fields.size() != columns) {
        throw new RejectedLine(Fields.columnsExpected(fields.size(), columns));
      }
      taker.take(picked(fields));
    };
  }

  private List<String> picked(List<String> fields) {
    List<String> picked = new ArrayList<>(places.length);
    for (int place : places) {
      picked.add(fields.get(place));
    }
    return picked;
  }

  private boolean isHeader(List<String> fields) {
    List<String> names =
        fields.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    int[] found = new int[wanted.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = names.indexOf(wanted.get(i).toLowerCase(Locale.ROOT));
      if (found[i] < 0) {
        return false;
      }
    }
    places = found;
    columns = fields.size();
    return true;
  }

  private static List<String> split(String line, char separator) {
    if (line.indexOf('"') < 0) {
      return Fields.split(line, String.valueOf(separator));
    }
    return separator == '\t'
        ? Fields.split(line, "\t").stream().map(Csv::unquoted).toList()
        : splitOutsideQuotes(line, separator);
  }

  /** Beside tabs quotes may be letters; only those around a whole field are not. */
  private static String unquoted(String field) {
    boolean quoted = field.length() >= 2 && field.startsWith("\"") && field.endsWith("\"");
    return quoted ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field;
  }

  private static List<String> splitOutsideQuotes(String line, char separator) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"' && (quoted || field.isEmpty())) {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    if (quoted) {
      throw new RejectedLine("a quote is not closed");
    }
    fields.add(field.toString());
    return fields;
  }
}
