package io.takewithott.cloud.rdsdata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The members of a request's JSON object. Constraints that are not met are collected, so that one
 * answer names them all; a value of the wrong JSON type is refused at once, as AWS does.
 */
final class RequestMembers {
  private final JsonNode object;
  private final String path;
  private final List<String> violations;

  private RequestMembers(JsonNode object, String path, List<String> violations) {
    this.object = object;
    this.path = path;
    this.violations = violations;
  }

  static RequestMembers of(JsonNode body) {
    if (!body.isObject()) {
      throw DataApiException.serialization("Start of structure expected");
    }
    return new RequestMembers(body, "", new ArrayList<>());
  }

  /** A nested structure; an absent one is empty. */
  RequestMembers structure(String name) {
    JsonNode value = object.path(name);
    if (!value.isObject() && !isAbsent(value)) {
      throw DataApiException.serialization("Start of structure expected at '" + at(name) + "'");
    }
    return new RequestMembers(value, at(name) + ".", violations);
  }

  /** A required string; an absent one gives the empty string and a violation. */
  String required(String name, int fewest, int most) {
    Optional<String> value = optional(name, fewest, most);
    if (value.isEmpty()) {
      violations.add(
          "Value null at '%s' failed to satisfy constraint: Member must not be null"
              .formatted(at(name)));
    }
    return value.orElse("");
  }

  Optional<String> optional(String name, int fewest, int most) {
    JsonNode value = object.path(name);
    if (isAbsent(value)) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw wrongType(name, value, "String");
    }
    String text = value.textValue();
    if (text.length() > most) {
      violations.add(
          "Value at '%s' failed to satisfy constraint: Member must have length less than or equal to %d"
              .formatted(at(name), most));
    }
    if (text.length() < fewest) {
      violations.add(
          "Value at '%s' failed to satisfy constraint: Member must have length greater than or equal to %d"
              .formatted(at(name), fewest));
    }
    return Optional.of(text);
  }

  boolean flag(String name) {
    JsonNode value = object.path(name);
    if (isAbsent(value)) {
      return false;
    }
    if (!value.isBoolean()) {
      throw wrongType(name, value, "Boolean");
    }
    return value.booleanValue();
  }

  <E extends Enum<E>> E choice(String name, E fallback) {
    JsonNode value = object.path(name);
    if (isAbsent(value)) {
      return fallback;
    }
    if (!value.isTextual()) {
      throw wrongType(name, value, "String");
    }
    E[] constants = fallback.getDeclaringClass().getEnumConstants();
    for (E constant : constants) {
      if (constant.name().equals(value.textValue())) {
        return constant;
      }
    }
    violations.add(
        "Value '%s' at '%s' failed to satisfy constraint: Member must satisfy enum value set: %s"
            .formatted(value.textValue(), at(name), Arrays.toString(constants)));
    return fallback;
  }

  /** The elements of a list; an absent one is empty. */
  List<JsonNode> list(String name) {
    JsonNode value = object.path(name);
    if (isAbsent(value)) {
      return List.of();
    }
    if (!value.isArray()) {
      throw DataApiException.serialization("Start of list expected at '" + at(name) + "'");
    }
    List<JsonNode> elements = new ArrayList<>(value.size());
    value.forEach(elements::add);
    return elements;
  }

  /** Refuses the request if a constraint was not met. */
  void requireValid() {
    if (violations.isEmpty()) {
      return;
    }
    throw DataApiException.validation(
        "%d validation error%s detected: %s"
            .formatted(
                violations.size(),
                violations.size() == 1 ? "" : "s",
                String.join("; ", violations)));
  }

  private String at(String name) {
    return path + name;
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private DataApiException wrongType(String name, JsonNode value, String wanted) {
    return DataApiException.serialization(
        "%s at '%s' can not be converted to a %s".formatted(value.getNodeType(), at(name), wanted));
  }
}
