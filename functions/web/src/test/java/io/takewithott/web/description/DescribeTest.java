package io.takewithott.web.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribeTest {
  private static final String COMMON =
      """
      document: {openapi: 3.1.0}
      types: {text: {type: string}, count: {type: integer, examples: [3]}}
      path: {id: count}
      statuses: {200: Done, 404: Nothing}
      always: {path: {codes: NOT_FOUND}, every: {gateway: [404]}}
      gateway: {404: Not Found}
      codes: {NOT_FOUND: 없음 · None}
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void aTypeSaysItsExampleAndWhatMayBeAbsent() throws IOException {
    JsonNode schema =
        document("schemas: {Film: {title: text = 괴물, (years): count list, kind: [film, series]}}")
            .at("/components/schemas/Film");

    assertThat(schema.at("/properties/title/examples/0").asText()).isEqualTo("괴물");
    assertThat(schema.at("/properties/years/items/type").asText()).isEqualTo("integer");
    assertThat(schema.at("/required").toString()).isEqualTo("[\"title\",\"kind\"]");
    assertThat(schema.at("/additionalProperties").asBoolean(true)).isFalse();
  }

  @Test
  void anAnswersExampleIsMadeOfItsFields() throws IOException {
    JsonNode operation = document(operation("answers: {200: Film}")).at("/paths/~1films~1{id}/get");

    assertThat(operation.at("/responses/200/content/application~1json/example").toString())
        .isEqualTo("{\"title\":\"괴물\",\"seen\":3}");
    assertThat(operation.at("/parameters/0/name").asText()).isEqualTo("id");
  }

  @Test
  void whatGoesWithoutSayingIsThere() throws IOException {
    JsonNode missing =
        document(operation("answers: {200: Film}"))
            .at("/paths/~1films~1{id}/get/responses/404/content/application~1json/examples");

    assertThat(missing.has("NOT_FOUND")).isTrue();
    assertThat(missing.has("gateway")).isTrue();
  }

  @Test
  void whatCannotBeUnderstoodIsRefusedWithItsPlace() {
    assertRefused(
        "answers: {200: Flim}",
        "film.yaml: GET /films/{id}: There is no type \"Flim\": write it under schemas, or use one of"
            + " api.yaml's");
    assertRefused(
        "answers: {200: Film}, errors: GONE",
        "film.yaml: GET /films/{id}: \"GONE\" is no code: it has to stand in ErrorCode and under codes"
            + " in api.yaml");
    assertRefused(
        "answer: {200: Film}",
        "film.yaml: GET /films/{id}: \"answer\" says nothing of an operation; known are id, tag,"
            + " summary, details, for, path, query, idempotency, body, (body), example, answers,"
            + " errors");
  }

  private void assertRefused(String said, String message) {
    assertThatThrownBy(() -> document(operation(said))).hasMessage(message);
  }

  private static String operation(String said) {
    return """
        operations: {"GET /films/{id}": {id: film, tag: film, summary: a, %s}}
        schemas: {Film: {title: text = 괴물, seen: count}}
        """
        .formatted(said);
  }

  private JsonNode document(String function) throws IOException {
    Files.writeString(folder.resolve("api.yaml"), COMMON);
    Files.writeString(folder.resolve("film.yaml"), function);
    return Describe.document(folder);
  }
}
