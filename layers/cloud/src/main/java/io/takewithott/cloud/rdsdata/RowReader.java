package io.takewithott.cloud.rdsdata;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the values of the row a result stands at, and keeps the row within its limit. */
final class RowReader {
  private static final String UTC_OFFSET = "+00";
  private static final DateTimeFormatter UTC_TIMESTAMP =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);

  private final ResultSet rows;
  private final int rowLimitBytes;
  private int rowBytes;

  RowReader(ResultSet rows, int rowLimitBytes) {
    this.rows = rows;
    this.rowLimitBytes = rowLimitBytes;
  }

  boolean next() throws SQLException {
    rowBytes = 0;
    return rows.next();
  }

  /** The value as PostgreSQL writes it, undecoded; null for SQL's null. */
  byte @Nullable [] text(Column column) throws SQLException {
    byte[] value = rows.getBytes(column.index());
    if (value != null) {
      count(value.length);
    }
    return value;
  }

  private void count(int bytes) {
    rowBytes += bytes;
    if (rowBytes > rowLimitBytes) {
      throw DataApiException.rowTooLarge(rowLimitBytes);
    }
  }

  double doubleValue(Column column) throws SQLException {
    return rows.getDouble(column.index());
  }

  BigDecimal decimalValue(Column column) throws SQLException {
    return rows.getBigDecimal(column.index());
  }

  /** The elements of an array of one dimension; null elements stay null. */
  @Nullable Object[] elements(Column column) throws SQLException {
    Object elements = rows.getArray(column.index()).getArray();
    if (!(elements instanceof @Nullable Object[] array)) {
      throw DataApiException.unsupportedResult("ARRAY");
    }
    for (Object element : array) {
      if (element != null && element.getClass().isArray()) {
        throw DataApiException.unsupportedResult("MULTIDIMENSIONAL ARRAY");
      }
    }
    return array;
  }

  /** A timestamp with time zone in UTC, without the offset. */
  static String utc(String timestamp) {
    if (timestamp.endsWith(UTC_OFFSET)) {
      return timestamp.substring(0, timestamp.length() - UTC_OFFSET.length());
    }
    if (timestamp.indexOf(':') < 0) {
      return timestamp; // infinity
    }
    String iso = timestamp.replace(' ', 'T');
    boolean hoursOnly = iso.charAt(iso.length() - 3) != ':';
    return OffsetDateTime.parse(hoursOnly ? iso + ":00" : iso)
        .withOffsetSameInstant(ZoneOffset.UTC)
        .format(UTC_TIMESTAMP);
  }

  static boolean isTrue(byte[] text) {
    return text.length == 1 && text[0] == 't';
  }

  static long longOf(byte[] text) {
    return Long.parseLong(new String(text, StandardCharsets.US_ASCII));
  }

  /** The number as a long if it has no fraction and fits. */
  static OptionalLong wholeOf(BigDecimal number) {
    boolean fits =
        number.stripTrailingZeros().scale() <= 0 && number.toBigInteger().bitLength() <= 63;
    return fits ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
  }
}
