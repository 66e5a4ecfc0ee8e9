package io.takewithott.web.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.ErrorCode;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The whole document, out of its sources. */
final class Document {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Sources sources;

  Document(Sources sources) {
    this.sources = sources;
  }

  ObjectNode assemble() {
    JsonNode common = sources.common();
    ObjectNode named = sources.schemas();
    named.set("ErrorCode", codes());
    Types types = new Types(common.path("types"), named);
    ObjectNode schemas = NODES.objectNode();
    named
        .properties()
        .forEach(
            schema ->
                schemas.set(
                    schema.getKey(),
                    at("schema " + schema.getKey(), () -> types.schema(schema.getValue()))));
    Operations operations = new Operations(common, types, new Examples(schemas));
    ObjectNode document = common.path("document").deepCopy();
    ArrayNode tags = document.putArray("tags");
    ObjectNode paths = document.putObject("paths");
    sources.functions().forEach((file, source) -> add(file, source, operations, tags, paths));
    document
        .withObject("/components")
        .setAll(Map.of("schemas", schemas, "examples", new Failures(common).examples()));
    return document;
  }

  private static void add(
      String file, JsonNode source, Operations operations, ArrayNode tags, ObjectNode paths) {
    source
        .fieldNames()
        .forEachRemaining(
            part -> {
              if (!Sources.PARTS.contains(part)) {
                throw new IllegalArgumentException(
                    file + ": \"" + part + "\" is none of " + String.join(", ", Sources.PARTS));
              }
            });
    for (Map.Entry<String, JsonNode> tag : source.path("tags").properties()) {
      tags.addObject().put("name", tag.getKey()).put("description", tag.getValue().asText());
    }
    for (Map.Entry<String, JsonNode> operation : source.path("operations").properties()) {
      String[] route = operation.getKey().split(" ", 2);
      // A path that takes the rest of an address is a plain parameter here.
      String path = route[1].replace("+}", "}");
      ObjectNode item =
          paths.path(path) instanceof ObjectNode known ? known : paths.putObject(path);
      item.set(
          route[0].toLowerCase(Locale.ROOT),
          at(
              file + ": " + operation.getKey(),
              () -> operations.operation(path, operation.getValue())));
    }
  }

  private static ArrayNode codes() {
    ArrayNode codes = NODES.arrayNode();
    for (ErrorCode code : ErrorCode.values()) {
      codes.add(code.name());
    }
    return codes;
  }

  /** Says where, if it cannot be understood. */
  private static ObjectNode at(String place, Supplier<ObjectNode> part) {
    try {
      return part.get();
    } catch (IllegalArgumentException misunderstood) {
      throw new IllegalArgumentException(place + ": " + misunderstood.getMessage(), misunderstood);
    }
  }
}
