package io.takewithott.cloud.rdsdata;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.OptionalLong;

/** Writes values as members of AWS's union Field. */
final class FieldWriter {
  private final JsonGenerator json;
  private final RowReader reader;
  private final boolean longsAsText;
  private final boolean decimalsAsText;

  FieldWriter(JsonGenerator json, RowReader reader, ResultOptions options) {
    this.json = json;
    this.reader = reader;
    this.longsAsText = options.longs() == ResultOptions.LongReturn.STRING;
    this.decimalsAsText = options.decimals() == ResultOptions.DecimalReturn.STRING;
  }

  void write(Column column) throws IOException, SQLException {
    byte[] text = reader.text(column);
    json.writeStartObject();
    if (text == null) {
      json.writeBooleanField("isNull", true);
    } else {
      write(column, text);
    }
    json.writeEndObject();
  }

  private void write(Column column, byte[] text) throws IOException, SQLException {
    switch (column.kind()) {
      case LONG -> writeLong(text);
      case DOUBLE -> json.writeNumberField("doubleValue", reader.doubleValue(column));
      case DECIMAL -> writeDecimal(column, text);
      case BOOLEAN -> json.writeBooleanField("booleanValue", RowReader.isTrue(text));
      case UTC_TIMESTAMP ->
          json.writeStringField(
              "stringValue", RowReader.utc(new String(text, StandardCharsets.US_ASCII)));
      case BLOB -> json.writeBinaryField("blobValue", text);
      case ARRAY -> writeArray(column);
      default -> writeText(text);
    }
  }

  private void writeText(byte[] text) throws IOException {
    json.writeFieldName("stringValue");
    json.writeUTF8String(text, 0, text.length);
  }

  private void writeLong(byte[] text) throws IOException {
    if (longsAsText) {
      writeText(text);
    } else {
      json.writeNumberField("longValue", RowReader.longOf(text));
    }
  }

  private void writeDecimal(Column column, byte[] text) throws IOException, SQLException {
    if (decimalsAsText) {
      writeText(text);
      return;
    }
    BigDecimal number = reader.decimalValue(column);
    OptionalLong whole = RowReader.wholeOf(number);
    if (whole.isPresent()) {
      json.writeNumberField("longValue", whole.getAsLong());
    } else {
      json.writeNumberField("doubleValue", number.doubleValue());
    }
  }

  private void writeArray(Column column) throws IOException, SQLException {
    json.writeObjectFieldStart("arrayValue");
    json.writeArrayFieldStart(member(column.element()));
    for (Object element : reader.elements(column)) {
      ValueWriter.writeElement(json, column, element);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String member(ColumnKind element) {
    return switch (element) {
      case LONG -> "longValues";
      case DOUBLE -> "doubleValues";
      case BOOLEAN -> "booleanValues";
      default -> "stringValues";
    };
  }
}
