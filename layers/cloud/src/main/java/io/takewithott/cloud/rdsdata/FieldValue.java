package io.takewithott.cloud.rdsdata;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A parameter's value: one of the members of AWS's union Field that a request may use. */
sealed interface FieldValue {
  record Null() implements FieldValue {}

  record Bool(boolean value) implements FieldValue {}

  record Whole(long value) implements FieldValue {}

  record Floating(double value) implements FieldValue {}

  record Text(String value) implements FieldValue {}

  record Blob(ByteBuffer value) implements FieldValue {}

  /** Reads the union; exactly one member has to be set. */
  static FieldValue of(String parameter, JsonNode union) {
    List<Map.Entry<String, JsonNode>> members =
        union.properties().stream().filter(member -> !member.getValue().isNull()).toList();
    if (members.isEmpty()) {
      throw DataApiException.badRequest(
          "Parameter \"%s\" has value with no field set".formatted(parameter));
    }
    if (members.size() > 1) {
      throw DataApiException.badRequest(
          "Parameter \"%s\" has value with more than one field set: %s"
              .formatted(
                  parameter,
                  members.stream().map(Map.Entry::getKey).collect(Collectors.joining(", "))));
    }
    return member(parameter, members.get(0).getKey(), members.get(0).getValue());
  }

  private static FieldValue member(String parameter, String name, JsonNode value) {
    return switch (name) {
      case "isNull" -> {
        if (!require(value.isBoolean(), value, "Boolean").booleanValue()) {
          throw DataApiException.badRequest(
              "Parameter \"%s\" has value with no field set".formatted(parameter));
        }
        yield new Null();
      }
      case "booleanValue" -> new Bool(require(value.isBoolean(), value, "Boolean").booleanValue());
      case "longValue" ->
          new Whole(
              require(value.isIntegralNumber() && value.canConvertToLong(), value, "Long")
                  .longValue());
      case "doubleValue" -> new Floating(floating(value));
      case "stringValue" -> new Text(require(value.isTextual(), value, "String").textValue());
      case "blobValue" -> new Blob(blob(require(value.isTextual(), value, "Blob").textValue()));
      case "arrayValue" -> throw DataApiException.badRequest("Array parameters are not supported.");
      default ->
          throw DataApiException.badRequest(
              "Parameter \"%s\" has value with unknown field %s".formatted(parameter, name));
    };
  }

  private static double floating(JsonNode value) {
    if (value.isTextual()) {
      return switch (value.textValue()) {
        case "NaN" -> Double.NaN;
        case "Infinity" -> Double.POSITIVE_INFINITY;
        case "-Infinity" -> Double.NEGATIVE_INFINITY;
        default -> require(false, value, "Double").doubleValue();
      };
    }
    return require(value.isNumber(), value, "Double").doubleValue();
  }

  private static ByteBuffer blob(String base64) {
    try {
      return ByteBuffer.wrap(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      throw DataApiException.serialization("Blob is not valid base64");
    }
  }

  private static JsonNode require(boolean condition, JsonNode value, String wanted) {
    if (!condition) {
      throw DataApiException.serialization(
          "%s can not be converted to a %s".formatted(value.getNodeType(), wanted));
    }
    return value;
  }
}
