package io.takewithott.web.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an operation of the description is in OpenAPI. */
final class Operations {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> KNOWN =
      List.of(
          "id",
          "tag",
          "summary",
          "details",
          "for",
          "path",
          "query",
          "idempotency",
          "body",
          "(body)",
          "example",
          "answers",
          "errors");
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)\\+?}");
  private static final String JSON = "application/json";

  private final JsonNode common;
  private final Types types;
  private final Examples examples;
  private final Failures failures;

  Operations(JsonNode common, Types types, Examples examples) {
    this.common = common;
    this.types = types;
    this.examples = examples;
    this.failures = new Failures(common);
  }

  ObjectNode operation(String path, JsonNode source) {
    source.fieldNames().forEachRemaining(Operations::requireKnown);
    ObjectNode operation = NODES.objectNode();
    operation.put("operationId", required(source, "id"));
    operation.set("tags", NODES.arrayNode().add(required(source, "tag")));
    operation.put("summary", required(source, "summary"));
    if (source.has("details")) {
      operation.put("description", source.path("details").asText());
    }
    operation.set("security", security(source.path("for").asText("")));
    ArrayNode parameters = parameters(path, source);
    if (!parameters.isEmpty()) {
      operation.set("parameters", parameters);
    }
    if (hasBody(source)) {
      operation.set("requestBody", body(source));
    }
    return operation.set("responses", responses(path, source));
  }

  private static void requireKnown(String key) {
    if (!KNOWN.contains(key)) {
      throw new IllegalArgumentException(
          "\"" + key + "\" says nothing of an operation; known are " + String.join(", ", KNOWN));
    }
  }

  private static String required(JsonNode source, String key) {
    if (!source.path(key).isTextual()) {
      throw new IllegalArgumentException("It has no " + key);
    }
    return source.path(key).asText();
  }

  private static ArrayNode security(String who) {
    ArrayNode security = NODES.arrayNode();
    if (who.equals("visitor")) {
      security.addObject();
    }
    if (!who.isEmpty()) {
      security.addObject().putArray("token");
    }
    return security;
  }

  private ArrayNode parameters(String path, JsonNode source) {
    ArrayNode parameters = NODES.arrayNode();
    Matcher named = PARAMETER.matcher(path);
    while (named.find()) {
      String name = named.group(1);
      JsonNode own = source.path("path").path(name);
      JsonNode type = own.isMissingNode() ? common.path("path").path(name) : own;
      if (type.isMissingNode()) {
        throw new IllegalArgumentException("Say under path what type {" + name + "} is");
      }
      parameters.add(parameter(name, "path", true, type));
    }
    for (Map.Entry<String, JsonNode> query : source.path("query").properties()) {
      boolean required = !Types.isOptional(query.getKey());
      parameters.add(parameter(Types.name(query.getKey()), "query", required, query.getValue()));
    }
    if (source.has("idempotency")) {
      boolean required = source.path("idempotency").asText().equals("required");
      parameters.add(
          parameter(
              "Idempotency-Key", "header", required, NODES.textNode("text = order-20261201-1")));
    }
    return parameters;
  }

  private ObjectNode parameter(String name, String place, boolean required, JsonNode type) {
    ObjectNode schema = types.schema(type);
    ObjectNode parameter =
        NODES.objectNode().put("name", name).put("in", place).put("required", required);
    JsonNode description = schema.remove("description");
    if (description != null) {
      parameter.set("description", description);
    }
    parameter.set("schema", schema);
    return parameter;
  }

  private static boolean hasBody(JsonNode source) {
    return source.has("body") || source.has("(body)");
  }

  private ObjectNode body(JsonNode source) {
    boolean required = source.has("body");
    ObjectNode content = content(source.path(required ? "body" : "(body)"));
    if (source.has("example")) {
      content.forEach(media -> ((ObjectNode) media).set("example", source.path("example")));
    }
    return NODES.objectNode().put("required", required).set("content", content);
  }

  private ObjectNode responses(String path, JsonNode source) {
    ObjectNode responses = NODES.objectNode();
    for (Map.Entry<String, JsonNode> answer : source.path("answers").properties()) {
      String status = answer.getKey();
      ObjectNode response =
          NODES.objectNode().put("description", common.path("statuses").path(status).asText());
      if (!answer.getValue().asText().equals("nothing")) {
        response.set("content", content(answer.getValue()));
      }
      responses.set(status, response);
    }
    if (responses.properties().stream().noneMatch(each -> each.getKey().startsWith("2"))) {
      // Only leads elsewhere; a reader of the document expects to be told of anything else as well.
      responses.set("default", failures.any());
    }
    failures
        .of(always(path, source), source.path("errors").asText(""))
        .forEach(
            (status, failure) -> {
              if (responses.path(status) instanceof ObjectNode page) {
                ((ObjectNode) page.path("content")).setAll((ObjectNode) failure.path("content"));
              } else {
                responses.set(status, failure);
              }
            });
    return responses;
  }

  /** What goes without saying of such an operation. */
  private static List<String> always(String path, JsonNode source) {
    List<String> groups = new ArrayList<>(List.of("every"));
    if (source.has("for")) {
      groups.add(source.path("for").asText());
    }
    if (path.contains("{")) {
      groups.add("path");
    }
    if (source.has("query")) {
      groups.add("query");
    }
    if (hasBody(source)) {
      groups.add("body");
    }
    return groups;
  }

  private ObjectNode content(JsonNode type) {
    boolean byContentType =
        type.isObject() && type.properties().stream().allMatch(each -> each.getKey().contains("/"));
    ObjectNode content = NODES.objectNode();
    if (byContentType) {
      type.properties().forEach(each -> content.set(each.getKey(), media(each.getValue())));
    } else {
      content.set(JSON, media(type));
    }
    return content;
  }

  private ObjectNode media(JsonNode type) {
    ObjectNode schema = types.schema(type);
    ObjectNode media = NODES.objectNode();
    if (!schema.isEmpty()) {
      media.set("schema", schema);
      media.set("example", examples.of(schema));
    }
    return media;
  }
}
