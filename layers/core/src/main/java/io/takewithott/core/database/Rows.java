package io.takewithott.core.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.rdsdata.model.Field;

/**
 * Rows of a result as records. A select answers JSON text; a changing statement that returns rows
 * answers fields with their metadata, whichever was asked for: both are read here.
 */
final class Rows {
  private static final String JSON_ENDING = "_json";

  private static final JsonMapper MAPPER =
      Json.mapper()
          .rebuild()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private Rows() {}

  static <T> List<T> of(ExecuteStatementResponse response, Class<T> type) {
    List<T> rows = new ArrayList<>();
    try {
      for (JsonNode row : nodes(response)) {
        expandJson((ObjectNode) row);
        rows.add(MAPPER.treeToValue(row, type));
      }
    } catch (JsonProcessingException mismatch) {
      throw new IllegalStateException("A row does not fit " + type.getSimpleName(), mismatch);
    }
    return rows;
  }

  private static Iterable<JsonNode> nodes(ExecuteStatementResponse response)
      throws JsonProcessingException {
    String formatted = response.formattedRecords();
    return formatted == null ? fromFields(response) : MAPPER.readTree(formatted);
  }

  private static ArrayNode fromFields(ExecuteStatementResponse response) {
    ArrayNode rows = MAPPER.createArrayNode();
    for (List<Field> fields : response.records()) {
      ObjectNode row = rows.addObject();
      for (int i = 0; i < fields.size(); i++) {
        put(row, response.columnMetadata().get(i).label(), fields.get(i));
      }
    }
    return rows;
  }

  private static void put(ObjectNode row, String label, Field field) {
    switch (field.type()) {
      case BOOLEAN_VALUE -> row.put(label, field.booleanValue());
      case LONG_VALUE -> row.put(label, field.longValue());
      case DOUBLE_VALUE -> row.put(label, field.doubleValue());
      case STRING_VALUE -> row.put(label, field.stringValue());
      case BLOB_VALUE -> row.put(label, field.blobValue().asByteArray());
      default -> row.putNull(label);
    }
  }

  private static void expandJson(ObjectNode row) throws JsonProcessingException {
    List<Map.Entry<String, JsonNode>> columns = new ArrayList<>(row.properties());
    for (Map.Entry<String, JsonNode> column : columns) {
      String label = column.getKey();
      if (label.endsWith(JSON_ENDING) && column.getValue().isTextual()) {
        row.remove(label);
        row.set(
            label.substring(0, label.length() - JSON_ENDING.length()),
            MAPPER.readTree(column.getValue().textValue()));
      }
    }
  }
}
