package io.takewithott.cloud.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The members of a request, or of one entry of a batch, checked as they are read. */
record Parameters(JsonNode json) {

  String required(String name) {
    return optional(name)
        .orElseThrow(
            () ->
                new SqsException(
                    SqsError.MISSING_PARAMETER,
                    "The request must contain the parameter " + name + "."));
  }

  Optional<String> optional(String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isValueNode()) {
      throw new SqsException(SqsError.SERIALIZATION, name + " must be a single value.");
    }
    return Optional.of(value.asText());
  }

  Optional<Integer> integer(String name, int minimum, int maximum) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.canConvertToInt() || value.asInt() < minimum || value.asInt() > maximum) {
      throw SqsException.invalidParameter(
          name, value.asText(), "Must be between " + minimum + " and " + maximum + ".");
    }
    return Optional.of(value.asInt());
  }

  List<String> strings(String name) {
    List<String> strings = new ArrayList<>();
    json.path(name).forEach(value -> strings.add(value.asText()));
    return strings;
  }

  Map<String, String> map(String name) {
    Map<String, String> map = new TreeMap<>();
    json.path(name).fields().forEachRemaining(f -> map.put(f.getKey(), f.getValue().asText()));
    return map;
  }

  Map<String, MessageAttribute> attributes(String name) {
    Map<String, MessageAttribute> attributes = new TreeMap<>();
    json.path(name)
        .fields()
        .forEachRemaining(
            field -> attributes.put(field.getKey(), attribute(field.getKey(), field.getValue())));
    return attributes;
  }

  private static MessageAttribute attribute(String name, JsonNode json) {
    Parameters value = new Parameters(json);
    MessageAttribute attribute =
        new MessageAttribute(
            value.required("DataType"),
            value.optional("StringValue").orElse(null),
            value.optional("BinaryValue").orElse(null));
    boolean known = attribute.dataType().matches("(String|Number|Binary)(\\..{1,249})?");
    String content = attribute.isBinary() ? attribute.binaryValue() : attribute.stringValue();
    if (!known || content == null || content.isEmpty()) {
      throw SqsException.invalidParameter(
          "MessageAttributes." + name,
          attribute.dataType(),
          "The type must be String, Number or Binary, with a value of that type.");
    }
    return attribute;
  }

  List<Parameters> list(String name) {
    List<Parameters> list = new ArrayList<>();
    json.path(name).forEach(element -> list.add(new Parameters(element)));
    return list;
  }
}
