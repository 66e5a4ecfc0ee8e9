package io.takewithott.payment.export;

import java.nio.charset.StandardCharsets;

/**
 * A table as spreadsheets read it: UTF-8 with its mark, commas, CRLF. Text that a spreadsheet would
 * take for a formula begins with an apostrophe; numbers are written by us and stay numbers.
 */
final class Csv {
  private static final String FORMULA_STARTS = "=+-@\t\r\n|%";

  private final StringBuilder text = new StringBuilder("\uFEFF");

  Csv(String... titles) {
    row((Object[]) titles);
  }

  /** Text and whole numbers. */
  Csv row(Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? "" : ",").append(cell(cells[i]));
    }
    text.append("\r\n");
    return this;
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String cell(Object value) {
    if (value instanceof Number) {
      return value.toString();
    }
    String plain = value.toString();
    String stripped = plain.stripLeading();
    boolean formula =
        !plain.isEmpty()
            && (FORMULA_STARTS.indexOf(plain.charAt(0)) >= 0
                || (!stripped.isEmpty() && FORMULA_STARTS.indexOf(stripped.charAt(0)) >= 0));
    String safe = formula ? "'" + plain : plain;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
