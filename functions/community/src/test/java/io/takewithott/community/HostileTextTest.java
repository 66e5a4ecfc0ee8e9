package io.takewithott.community;

import static io.takewithott.community.CommunityScene.MINA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.community.CommunityScene.Answer;
import io.takewithott.core.json.Json;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text field of reviews and the board, with every text that somebody would try. */
class HostileTextTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  /** Text that is taken as it is, and what becomes of it. */
  private static final Map<String, String> TAKEN =
      Map.of(
          "<script>alert('1')</script><img src=x onerror=alert(1)>",
          "<script>alert('1')</script><img src=x onerror=alert(1)>",
          "'; drop table users; --",
          "'; drop table users; --",
          "${jndi:ldap://x} {{7*7}} %s %n \\u0000",
          "${jndi:ldap://x} {{7*7}} %s %n \\u0000",
          "👨‍👩‍👧‍👦 가족 🏴 🫠",
          "👨‍👩‍👧‍👦 가족 🏴 🫠",
          "  둘레의 빈칸  ",
          "둘레의 빈칸",
          "\u1100\u1161\u1106\u1161",
          "가마",
          "e\u0301",
          "é",
          "שלום مرحبا",
          "שלום مرحبا");

  /** Text that is refused, never changed in silence. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "NUL", "a\u0000b",
          "escape", "a\u001b[31mb",
          "C1", "a\u0085b",
          "right-to-left override", "user\u202Egnp.exe",
          "isolate", "a\u2066b\u2069",
          "zero width space", "a\u200Bb",
          "half a character", "a\uD83Db",
          "private use", "a\uE000b",
          "no character", "a\uFFFFb",
          "a pile of marks", "a" + "\u0301\u0310\u0323\u0330\u035B".repeat(2));

  private record Field(String method, String path, String name, int longest, int success) {
    @Override
    public String toString() {
      return method + " " + path + " " + name;
    }
  }

  private final CommunityScene scene = new CommunityScene(DATABASE, ENDPOINTS);

  @BeforeEach
  void setTheScene() {
    scene.set();
    DATABASE.run(
        """
        insert into reviews (review_id, user_id, title_id, body, created_at) values (7, 1000002, 9, 'x', now());
        insert into posts (post_id, user_id, headline, body, created_at) values (7, 1000002, 'x', 'x', now()), (8, 1000001, 'x', 'x', now());
        """);
  }

  static Stream<Arguments> fields() {
    return Stream.of(
            new Field("PUT", "/titles/3/review", "headline", 100, 201),
            new Field("PUT", "/titles/3/review", "text", 5000, 201),
            new Field("POST", "/reviews/7/comments", "text", 1000, 201),
            new Field("POST", "/reviews/7/report", "note", 500, 204),
            new Field("POST", "/posts", "headline", 100, 201),
            new Field("POST", "/posts", "text", 5000, 201),
            new Field("PUT", "/posts/8", "headline", 100, 204),
            new Field("PUT", "/posts/8", "text", 5000, 204),
            new Field("POST", "/posts/7/comments", "text", 1000, 201),
            new Field("POST", "/posts/7/report", "note", 500, 204))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("fields")
  void textIsStoredAsItIsOrRefused(Field field) {
    for (Map.Entry<String, String> text : TAKEN.entrySet()) {
      Answer answer = send(field, text.getKey());
      assertThat(answer.status()).as(text.getKey() + answer).isIn(field.success, 200);
      assertThat(kept()).as(text.getKey()).contains(text.getValue());
    }
    for (Map.Entry<String, String> text : REFUSED.entrySet()) {
      Answer answer = send(field, text.getValue());
      assertThat(answer.code()).as(text.getKey()).isEqualTo("INVALID_VALUE");
      assertThat(answer.body().path("error").path("details").path("field").asText())
          .as(text.getKey())
          .isEqualTo(field.name);
    }
  }

  @ParameterizedTest
  @MethodSource("fields")
  void lengthIsCountedInCharactersAndEndsAtItsLimit(Field field) {
    assertThat(send(field, "가".repeat(field.longest)).status()).isIn(field.success, 200);
    assertThat(send(field, "😀".repeat(field.longest)).status()).isIn(field.success, 200);
    String decomposed = Normalizer.normalize("각", Normalizer.Form.NFD).repeat(field.longest);
    assertThat(send(field, decomposed).status()).isIn(field.success, 200);
    assertThat(send(field, "가".repeat(field.longest + 1)).message())
        .isEqualTo("The field " + field.name + " has at most " + field.longest + " characters");
    assertThat(send(field, "\n".repeat(301) + "x" + "\na".repeat(301)).code())
        .isEqualTo("INVALID_VALUE");
  }

  @ParameterizedTest
  @MethodSource("fields")
  void aMegabyteIsRefusedBeforeItIsRead(Field field) {
    int before = DATABASE.calls();

    Answer answer = send(field, "x".repeat(1024 * 1024));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(DATABASE.calls()).isEqualTo(before);
  }

  @Test
  void whatIsNoTextAtAllIsRefused() {
    for (String body :
        List.of(
            "{\"text\":[\"x\"]}",
            "{\"text\":{}}",
            "[]",
            "null",
            "{",
            "{\"text\":\"x\",\"likes\":99}")) {
      assertThat(scene.call("PUT", "/titles/3/review", body, MINA).code())
          .as(body)
          .isEqualTo("MALFORMED_REQUEST");
    }
    for (String blank : List.of("", "   ", "\n\t ")) {
      assertThat(scene.call("PUT", "/titles/3/review", Map.of("text", blank), MINA).code())
          .isEqualTo("INVALID_VALUE");
    }
    assertThat(scene.call("POST", "/reviews/7/report", Map.of("reason", "no"), MINA).code())
        .isEqualTo("INVALID_VALUE");
  }

  private Answer send(Field field, String text) {
    DATABASE.run("delete from rate_limits");
    ObjectNode body = Json.mapper().createObjectNode();
    if (field.path.endsWith("/report")) {
      body.put("reason", "other");
    } else {
      body.put("text", "text");
      if (field.path.startsWith("/posts") && !field.path.endsWith("/comments")) {
        body.put("headline", "headline");
      }
    }
    body.put(field.name, text);
    // Half a character comes as an escape: UTF-8 has none.
    String json = Json.text(body).replace("a\uD83Db", "a\\ud83db");
    return scene.call(field.method, field.path, json, MINA);
  }

  record Row(String text) {}

  private static List<String> kept() {
    List<String> all = new ArrayList<>();
    for (String column :
        List.of(
            "headline as text from reviews",
            "body as text from reviews",
            "headline as text from posts",
            "body as text from posts",
            "body as text from review_comments",
            "body as text from post_comments",
            "note as text from review_reports",
            "note as text from post_reports")) {
      DATABASE
          .database()
          .read(
              io.takewithott.core.database.Sql.of(
                  "select coalesce(t.text, '') as text from (select " + column + ") t"),
              Row.class)
          .forEach(row -> all.add(row.text()));
    }
    return all;
  }
}
