package io.takewithott.cloud.rdsdata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A named value for one statement. */
record SqlParameter(String name, FieldValue value, @Nullable TypeHint hint) {

  static SqlParameter of(JsonNode json, int index) {
    RequestMembers members = RequestMembers.of(json);
    String name = members.required("name", 0, Integer.MAX_VALUE);
    Optional<String> hintName = members.optional("typeHint", 0, Integer.MAX_VALUE);
    members.requireValid();
    JsonNode union = json.path("value");
    if (!union.isObject() && !union.isMissingNode() && !union.isNull()) {
      throw DataApiException.serialization(
          "Start of structure expected at 'parameters.%d.member.value'".formatted(index + 1));
    }
    SqlParameter parameter =
        new SqlParameter(name, FieldValue.of(name, union), hint(members, hintName.isPresent()));
    parameter.requireHintFits();
    return parameter;
  }

  private static @Nullable TypeHint hint(RequestMembers members, boolean present) {
    TypeHint hint = present ? members.choice("typeHint", TypeHint.DATE) : null;
    members.requireValid();
    return hint;
  }

  private void requireHintFits() {
    if (hint == null || value instanceof FieldValue.Null) {
      return;
    }
    if (!(value instanceof FieldValue.Text text)) {
      throw DataApiException.badRequest(
          "Parameter \"%s\" has type hint %s, which only a stringValue can have"
              .formatted(name, hint));
    }
    hint.requireFormat(name, text.value());
  }
}
