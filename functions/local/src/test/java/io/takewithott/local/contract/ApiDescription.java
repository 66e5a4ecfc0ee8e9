package io.takewithott.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.takewithott.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The OpenAPI document as the site serves it. */
public final class ApiDescription {
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  private final JsonNode document;
  private final ObjectNode named;
  private final JsonSchemaFactory factory =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

  private ApiDescription(byte[] bytes) {
    this.document = Json.tree(bytes);
    this.named = Json.mapper().createObjectNode();
    named.set("schemas", document.at("/components/schemas"));
  }

  static ApiDescription served() {
    try (InputStream file = ApiDescription.class.getResourceAsStream("/site/openapi.json")) {
      return new ApiDescription(Objects.requireNonNull(file, "openapi.json").readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  JsonNode document() {
    return document;
  }

  /** By route, {@code GET /titles/{id}}; a path that takes the rest of an address has no plus. */
  Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new TreeMap<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                METHODS.forEach(
                    method -> {
                      if (path.getValue().has(method)) {
                        operations.put(
                            method.toUpperCase(Locale.ROOT) + " " + path.getKey(),
                            path.getValue().path(method));
                      }
                    }));
    return operations;
  }

  Optional<JsonNode> operation(String route) {
    String[] parts = described(route).split(" ", 2);
    JsonNode found = document.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
    return found.isMissingNode() ? Optional.empty() : Optional.of(found);
  }

  /** A route as the document has it. */
  static String described(String route) {
    return route.replace("+}", "}");
  }

  /** Where an operation stands in the document, as a JSON pointer. */
  static String pointer(String route) {
    String[] parts = described(route).split(" ", 2);
    return "/paths/"
        + parts[1].replace("~", "~0").replace("/", "~1")
        + "/"
        + parts[0].toLowerCase(Locale.ROOT);
  }

  /** What does not fit the schema at a pointer; nothing where there is no schema. */
  List<String> problems(String pointer, JsonNode value) {
    if (document.at(pointer).isMissingNode()) {
      return List.of();
    }
    JsonSchema schema = schemas.computeIfAbsent(pointer, this::compiled);
    List<String> problems = new ArrayList<>();
    for (ValidationMessage message : schema.validate(value)) {
      problems.add(message.getMessage());
    }
    return problems;
  }

  /** With those that it refers to beside it, where it looks for them, and nothing else. */
  private JsonSchema compiled(String pointer) {
    ObjectNode schema = document.at(pointer).deepCopy();
    schema.set("components", named);
    return factory.getSchema(schema);
  }
}
