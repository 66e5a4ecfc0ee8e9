package io.takewithott.cloud.rdsdata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Writes the responses of ExecuteStatement and BatchExecuteStatement. */
final class ResultEncoder {
  private static final JsonFactory JSON = new JsonFactory();

  private final int responseLimitBytes;
  private final int rowLimitBytes;

  ResultEncoder(RdsDataLimits limits) {
    this.responseLimitBytes = limits.responseBytes();
    this.rowLimitBytes = limits.rowBytes();
  }

  /** Writes part of a response. */
  @FunctionalInterface
  private interface Content {
    void write(JsonGenerator json) throws IOException, SQLException;
  }

  byte[] updated(long count) throws SQLException {
    return object(
        json -> {
          json.writeArrayFieldStart("generatedFields");
          json.writeEndArray();
          json.writeNumberField("numberOfRecordsUpdated", count);
        });
  }

  byte[] batch(int size) throws SQLException {
    return object(
        json -> {
          json.writeArrayFieldStart("updateResults");
          for (int i = 0; i < size; i++) {
            json.writeStartObject();
            json.writeArrayFieldStart("generatedFields");
            json.writeEndArray();
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  byte[] rows(ResultSet rows, Connection connection, ResultOptions options) throws SQLException {
    List<Column> columns = Column.of(rows.getMetaData(), connection);
    RowReader reader = new RowReader(rows, rowLimitBytes);
    return object(
        json -> {
          json.writeNumberField("numberOfRecordsUpdated", 0);
          if (options.format() == ResultOptions.RecordsFormat.JSON) {
            byte[] formatted = bytes(inner -> writeObjects(inner, reader, columns, options));
            json.writeFieldName("formattedRecords");
            json.writeUTF8String(formatted, 0, formatted.length);
          } else {
            writeMetadata(json, rows, columns, options);
            json.writeFieldName("records");
            writeFields(json, reader, columns, options);
          }
        });
  }

  private static void writeMetadata(
      JsonGenerator json, ResultSet rows, List<Column> columns, ResultOptions options)
      throws IOException, SQLException {
    if (!options.metadata()) {
      return;
    }
    json.writeArrayFieldStart("columnMetadata");
    for (Column column : columns) {
      column.describe(rows.getMetaData(), json);
    }
    json.writeEndArray();
  }

  private static void writeFields(
      JsonGenerator json, RowReader reader, List<Column> columns, ResultOptions options)
      throws IOException, SQLException {
    FieldWriter writer = new FieldWriter(json, reader, options);
    json.writeStartArray();
    while (reader.next()) {
      json.writeStartArray();
      for (Column column : columns) {
        writer.write(column);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void writeObjects(
      JsonGenerator json, RowReader reader, List<Column> columns, ResultOptions options)
      throws IOException, SQLException {
    ValueWriter writer = new ValueWriter(json, reader, options);
    json.writeStartArray();
    while (reader.next()) {
      json.writeStartObject();
      for (Column column : columns) {
        json.writeFieldName(column.label());
        writer.write(column);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private byte[] object(Content members) throws SQLException {
    return bytes(
        json -> {
          json.writeStartObject();
          members.write(json);
          json.writeEndObject();
        });
  }

  private byte[] bytes(Content content) throws SQLException {
    LimitedOutput out = new LimitedOutput(responseLimitBytes);
    JsonGenerator json = generator(out);
    try {
      content.write(json);
      json.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Could not write to memory", e);
    }
    return out.toByteArray();
  }

  private static JsonGenerator generator(LimitedOutput out) {
    try {
      return JSON.createGenerator(out);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not write to memory", e);
    }
  }
}
