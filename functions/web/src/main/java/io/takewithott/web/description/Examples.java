package io.takewithott.web.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Examples of schemas, put together out of the examples of their parts. */
final class Examples {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int REF = "#/components/schemas/".length();

  private final JsonNode schemas;

  /**
   * @param schemas those that have names
   */
  Examples(JsonNode schemas) {
    this.schemas = schemas;
  }

  JsonNode of(JsonNode schema) {
    if (schema.has("$ref")) {
      return of(schemas.path(schema.path("$ref").asText().substring(REF)));
    }
    if (schema.has("examples")) {
      return schema.path("examples").path(0);
    }
    if (schema.has("enum")) {
      return schema.path("enum").path(0);
    }
    return switch (schema.path("type").asText()) {
      case "object" -> ofObject(schema);
      case "array" -> NODES.arrayNode().add(of(schema.path("items")));
      case "integer", "number" -> NODES.numberNode(1);
      case "boolean" -> NODES.booleanNode(true);
      case "string" -> NODES.textNode("…");
      default -> NODES.objectNode();
    };
  }

  private ObjectNode ofObject(JsonNode schema) {
    ObjectNode example = NODES.objectNode();
    schema
        .path("properties")
        .properties()
        .forEach(field -> example.set(field.getKey(), of(field.getValue())));
    JsonNode others = schema.path("additionalProperties");
    if (others.isObject() && example.isEmpty() && !others.isEmpty()) {
      example.set("key", of(others));
    }
    return example;
  }
}
