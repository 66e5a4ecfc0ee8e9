package io.takewithott.web.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.ErrorCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The failures of an operation by status: an example for each code, under the code's name, and one
 * for API Gateway's own answer.
 */
final class Failures {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String GATEWAY = "gateway";

  private final JsonNode common;

  Failures(JsonNode common) {
    this.common = common;
  }

  /**
   * @param groups those under "always" that apply
   * @param own codes besides
   */
  Map<String, ObjectNode> of(Collection<String> groups, String own) {
    Set<ErrorCode> codes = EnumSet.noneOf(ErrorCode.class);
    Set<String> ofGateway = new TreeSet<>();
    List<String> written = new ArrayList<>(List.of(own));
    for (String group : groups) {
      JsonNode always = common.path("always").path(group);
      written.add(always.path("codes").asText());
      always.path(GATEWAY).forEach(status -> ofGateway.add(status.asText()));
    }
    for (String each : String.join(" ", written).strip().split("\\s+", -1)) {
      codes.add(code(each));
    }
    Map<String, ObjectNode> answers = new TreeMap<>();
    for (ErrorCode code : codes) {
      examples(answers, String.valueOf(code.status())).set(code.name(), reference(code.name()));
    }
    for (String status : ofGateway) {
      examples(answers, status).set(GATEWAY, reference(GATEWAY + status));
    }
    return answers;
  }

  private ObjectNode examples(Map<String, ObjectNode> answers, String status) {
    ObjectNode answer =
        answers.computeIfAbsent(
            status,
            none ->
                NODES
                    .objectNode()
                    .put("description", common.path("statuses").path(status).asText()));
    ObjectNode media = answer.withObject("/content/application~1json");
    media.withObject("/schema").put("$ref", "#/components/schemas/Failure");
    return media.withObject("/examples");
  }

  /** Any failure. */
  ObjectNode any() {
    ObjectNode answer = NODES.objectNode().put("description", "오류 · A failure");
    answer
        .withObject("/content/application~1json/schema")
        .put("$ref", "#/components/schemas/Failure");
    return answer;
  }

  private static ObjectNode reference(String example) {
    return NODES.objectNode().put("$ref", "#/components/examples/" + example);
  }

  /** Those that operations refer to, by their names. */
  ObjectNode examples() {
    ObjectNode examples = NODES.objectNode();
    for (Map.Entry<String, JsonNode> code : common.path("codes").properties()) {
      String words = code.getValue().asText();
      ObjectNode error = NODES.objectNode().put("code", code(code.getKey()).name());
      error.put("message", words.replaceFirst("^.* · ", "")).put("requestId", "8f1c2d3e");
      examples
          .putObject(code.getKey())
          .put("summary", words)
          .set("value", NODES.objectNode().set("error", error));
    }
    for (Map.Entry<String, JsonNode> status : common.path(GATEWAY).properties()) {
      examples
          .putObject(GATEWAY + status.getKey())
          .put("summary", "API Gateway")
          .set("value", NODES.objectNode().set("message", status.getValue()));
    }
    return examples;
  }

  private ErrorCode code(String name) {
    for (ErrorCode code : ErrorCode.values()) {
      if (code.name().equals(name) && common.path("codes").has(name)) {
        return code;
      }
    }
    throw new IllegalArgumentException(
        "\"" + name + "\" is no code: it has to stand in ErrorCode and under codes in api.yaml");
  }
}
