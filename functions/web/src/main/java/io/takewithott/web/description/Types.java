package io.takewithott.web.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.json.Json;
import java.util.Map;

/** What a type of the description is as a JSON Schema. */
final class Types {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String LIST = " list";
  private static final String MAP = " map";

  private final JsonNode plain;
  private final JsonNode named;

  /**
   * @param plain schemas of the types in small letters
   * @param named what types in capitals are made of
   */
  Types(JsonNode plain, JsonNode named) {
    this.plain = plain;
    this.named = named;
  }

  ObjectNode schema(JsonNode type) {
    if (type.isTextual()) {
      return ofText(type.asText());
    }
    if (type.isArray()) {
      ArrayNode texts = NODES.arrayNode();
      type.forEach(text -> texts.add(text.asText()));
      return NODES.objectNode().put("type", "string").set("enum", texts);
    }
    if (type.path("schema").isObject() && type.size() == 1) {
      return type.path("schema").deepCopy();
    }
    if (type.isObject()) {
      return ofFields(type);
    }
    throw new IllegalArgumentException("\"" + type + "\" is no type");
  }

  private ObjectNode ofFields(JsonNode fields) {
    ObjectNode properties = NODES.objectNode();
    ArrayNode required = NODES.arrayNode();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      String name = name(field.getKey());
      properties.set(name, schema(field.getValue()));
      if (!isOptional(field.getKey())) {
        required.add(name);
      }
    }
    ObjectNode schema = NODES.objectNode().put("type", "object");
    schema.set("properties", properties);
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema.put("additionalProperties", false);
  }

  private ObjectNode ofText(String text) {
    String[] said = text.split(" \\| ", 2);
    String[] given = said[0].split(" = ", 2);
    ObjectNode schema = ofName(given[0].strip());
    if (given.length > 1) {
      schema.set("examples", NODES.arrayNode().add(example(given[1].strip(), schema)));
    }
    return said.length > 1 ? schema.put("description", said[1].strip()) : schema;
  }

  private ObjectNode ofName(String name) {
    if (name.endsWith(LIST)) {
      ObjectNode items = ofName(name.substring(0, name.length() - LIST.length()));
      return NODES.objectNode().put("type", "array").set("items", items);
    }
    if (name.endsWith(MAP)) {
      ObjectNode values = ofName(name.substring(0, name.length() - MAP.length()));
      return NODES.objectNode().put("type", "object").set("additionalProperties", values);
    }
    if (plain.path(name) instanceof ObjectNode known) {
      return known.deepCopy();
    }
    if (named.has(name)) {
      return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
    }
    throw new IllegalArgumentException(
        "There is no type \"" + name + "\": write it under schemas, or use one of api.yaml's");
  }

  private static JsonNode example(String text, ObjectNode schema) {
    if (schema.path("type").asText().equals("string")) {
      return NODES.textNode(text.replaceAll("^\"(.*)\"$", "$1"));
    }
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException odd) {
      throw new IllegalArgumentException("\"" + text + "\" is no example of " + schema, odd);
    }
  }

  /** Without the brackets that say that something may be absent. */
  static String name(String key) {
    return isOptional(key) ? key.substring(1, key.length() - 1) : key;
  }

  static boolean isOptional(String key) {
    return key.startsWith("(") && key.endsWith(")");
  }
}
