package io.takewithott.cloud.rdsdata;

import java.util.regex.Pattern;

/** The type a caller asks for a string parameter to be sent as. */
enum TypeHint {
  DATE("date", "\\d{4}-\\d{2}-\\d{2}", "YYYY-MM-DD"),
  DECIMAL("numeric", "[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?", "a decimal number"),
  JSON("json", "(?s).*", "JSON"),
  TIME("time", "\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?", "HH:MM:SS[.FFF]"),
  TIMESTAMP(
      "timestamp",
      "\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?",
      "YYYY-MM-DD HH:MM:SS[.FFF]"),
  UUID("uuid", "(?s).*", "a UUID");

  private final String postgresType;
  private final Pattern format;
  private final String formatName;

  TypeHint(String postgresType, String format, String formatName) {
    this.postgresType = postgresType;
    this.format = Pattern.compile(format);
    this.formatName = formatName;
  }

  String postgresType() {
    return postgresType;
  }

  void requireFormat(String parameter, String value) {
    if (!format.matcher(value).matches()) {
      throw DataApiException.badRequest(
          "Parameter \"%s\" has type hint %s but its value is not in the accepted format %s"
              .formatted(parameter, this, formatName));
    }
  }
}
