package io.takewithott.cloud.rdsdata;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Writes values as plain JSON, the form in which formattedRecords has them. */
final class ValueWriter {
  private final JsonGenerator json;
  private final RowReader reader;
  private final boolean longsAsText;
  private final boolean decimalsAsText;

  ValueWriter(JsonGenerator json, RowReader reader, ResultOptions options) {
    this.json = json;
    this.reader = reader;
    this.longsAsText = options.longs() == ResultOptions.LongReturn.STRING;
    this.decimalsAsText = options.decimals() == ResultOptions.DecimalReturn.STRING;
  }

  void write(Column column) throws IOException, SQLException {
    byte[] text = reader.text(column);
    if (text == null) {
      json.writeNull();
    } else {
      write(column, text);
    }
  }

  private void write(Column column, byte[] text) throws IOException, SQLException {
    switch (column.kind()) {
      case LONG -> writeLong(text);
      case DOUBLE -> json.writeNumber(reader.doubleValue(column));
      case DECIMAL -> writeDecimal(column, text);
      case BOOLEAN -> json.writeBoolean(RowReader.isTrue(text));
      case UTC_TIMESTAMP ->
          json.writeString(RowReader.utc(new String(text, StandardCharsets.US_ASCII)));
      case BLOB -> json.writeBinary(text);
      case ARRAY -> writeElements(column);
      default -> json.writeUTF8String(text, 0, text.length);
    }
  }

  private void writeLong(byte[] text) throws IOException {
    if (longsAsText) {
      json.writeUTF8String(text, 0, text.length);
    } else {
      json.writeNumber(RowReader.longOf(text));
    }
  }

  private void writeDecimal(Column column, byte[] text) throws IOException, SQLException {
    if (decimalsAsText) {
      json.writeUTF8String(text, 0, text.length);
    } else {
      writeNumber(reader, column, json);
    }
  }

  private static void writeNumber(RowReader reader, Column column, JsonGenerator json)
      throws IOException, SQLException {
    BigDecimal number = reader.decimalValue(column);
    OptionalLong whole = RowReader.wholeOf(number);
    if (whole.isPresent()) {
      json.writeNumber(whole.getAsLong());
    } else {
      json.writeNumber(number.doubleValue());
    }
  }

  private void writeElements(Column column) throws IOException, SQLException {
    json.writeStartArray();
    for (Object element : reader.elements(column)) {
      writeElement(json, column, element);
    }
    json.writeEndArray();
  }

  static void writeElement(JsonGenerator json, Column column, @Nullable Object element)
      throws IOException {
    if (element == null) {
      json.writeNull();
    } else if (column.element() == ColumnKind.LONG) {
      json.writeNumber(((Number) element).longValue());
    } else if (element instanceof Float single) {
      json.writeNumber(Double.parseDouble(single.toString()));
    } else if (element instanceof Double number) {
      json.writeNumber(number);
    } else if (element instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (element instanceof BigDecimal decimal) {
      json.writeString(decimal.toPlainString());
    } else {
      json.writeString(element.toString());
    }
  }
}
