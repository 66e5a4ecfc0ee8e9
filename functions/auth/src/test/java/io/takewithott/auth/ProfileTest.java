package io.takewithott.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.auth.AuthApi.Answer;
import io.takewithott.auth.AuthApi.Session;
import io.takewithott.core.database.Sql;
import io.takewithott.testing.EventFiles;
import io.takewithott.testing.Invocations;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What members show of themselves, over the handlers. */
class ProfileTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private static AuthApi api;

  record Text(String text) {}

  record Version(long version) {}

  @BeforeAll
  static void start() {
    api = new AuthApi(DATABASE, ENDPOINTS);
  }

  @BeforeEach
  void setTheScene() {
    DATABASE.run("delete from users; delete from rate_limits");
  }

  @Test
  void aNewProfileIsPublicAndHasADrawnPicture() {
    Session mina = api.join("mina");

    assertThat(api.get("/me/profile").as(mina).send().body())
        .hasToString(
            ("{\"userId\":%d,\"nickname\":\"mina\",\"language\":\"ko\",\"autoplay\":true,"
                    + "\"visibility\":\"public\",\"picture\":{\"small\":\"/users/%d/picture\","
                    + "\"large\":\"/users/%d/picture\",\"drawn\":true}}")
                .formatted(mina.userId(), mina.userId(), mina.userId()));
  }

  @Test
  void whatIsGivenChangesAndTheRestStays() {
    Session mina = api.join("mina");

    change(mina, Map.of("bio", "느린 영화 👨‍👩‍👧\r\n좋아해요", "autoplay", false, "ageBand", "19-29"));
    JsonNode profile = change(mina, Map.of("nickname", "미나", "language", "en")).body();

    assertThat(profile.path("nickname").asText()).isEqualTo("미나");
    assertThat(profile.path("bio").asText()).isEqualTo("느린 영화 👨‍👩‍👧\n좋아해요");
    assertThat(profile.path("language").asText()).isEqualTo("en");
    assertThat(profile.path("autoplay").asBoolean()).isFalse();
    assertThat(profile.path("ageBand").asText()).isEqualTo("19-29");
    assertThat(api.get("/me/profile").as(mina).send().body()).isEqualTo(profile);
  }

  @Test
  void whatIsEmptyIsTakenAway() {
    Session mina = api.join("mina");
    change(mina, Map.of("bio", "hello", "ageBand", "19-29"));

    JsonNode profile = change(mina, Map.of("bio", " ", "ageBand", "")).body();

    assertThat(profile.has("bio")).isFalse();
    assertThat(profile.has("ageBand")).isFalse();
  }

  @Test
  void aNicknameIsTakenOnceHoweverItIsWritten() {
    api.join("mina");
    Session jun = api.join("jun");

    assertThat(change(jun, Map.of("nickname", "ＭＩＮＡ")).code()).isEqualTo("NICKNAME_TAKEN");
    assertThat(change(jun, Map.of("nickname", "JUN")).body().path("nickname").asText())
        .isEqualTo("JUN");
  }

  @Test
  void anotherAgeBandCountsInTheTasteVersionAndIsTold() {
    Session mina = api.join("mina");
    int told = ENDPOINTS.queued();

    change(mina, Map.of("bio", "no matter of taste"));
    assertThat(version()).isZero();
    assertThat(ENDPOINTS.queued()).isEqualTo(told);
    change(mina, Map.of("ageBand", "19-29"));
    assertThat(version()).isEqualTo(1);
    assertThat(ENDPOINTS.queued()).isEqualTo(told + 1);
    change(mina, Map.of("ageBand", "19-29"));
    assertThat(version()).isEqualTo(1);
    change(mina, Map.of("ageBand", ""));
    assertThat(version()).isEqualTo(2);
  }

  @Test
  void hostileValuesAreRefusedAndNothingChanges() {
    Session mina = api.join("mina");
    JsonNode before = api.get("/me/profile").as(mina).send().body();

    refused(mina, "nickname", "");
    refused(mina, "nickname", "\u202Eanim");
    refused(mina, "nickname", "mi\u0000na");
    refused(mina, "nickname", "x".repeat(41));
    refused(mina, "bio", "a\u0000b");
    refused(mina, "bio", "gnp.\u202Eevil");
    refused(mina, "bio", "x".repeat(301));
    refused(mina, "bio", "x".repeat(200_000));
    refused(mina, "bio", "\n.".repeat(11));
    refused(mina, "language", "fr");
    refused(mina, "ageBand", "13");
    refused(mina, "visibility", "hidden");
    assertThat(change(mina, Map.of("bio", "x".repeat(1 << 20))).status()).isEqualTo(413);
    assertThat(change(mina, Map.of("autoplay", "yes")).status()).isEqualTo(400);
    assertThat(change(mina, Map.of("role", "admin")).status()).isEqualTo(400);
    assertThat(change(mina, Map.of("email", "x@example.com")).status()).isEqualTo(400);

    assertThat(api.get("/me/profile").as(mina).send().body()).isEqualTo(before);
  }

  @Test
  void markupIsTextAndEmojiAreCharacters() {
    Session mina = api.join("mina");
    String markup = "<script>alert(1)</script>' ; drop table users; --";

    assertThat(change(mina, Map.of("bio", markup)).body().path("bio").asText()).isEqualTo(markup);
    assertThat(change(mina, Map.of("bio", "🎬".repeat(300))).status()).isEqualTo(200);
    assertThat(change(mina, Map.of("nickname", "🎬".repeat(40))).status()).isEqualTo(200);
  }

  @Test
  void othersSeeNothingButWhatIsMeantForThem() {
    Session mina = api.join("mina");
    Session jun = api.join("jun");
    change(mina, Map.of("bio", "hello", "ageBand", "19-29"));

    String all = "userId nickname visibility picture bio followers following";
    assertThat(members(api.get(path(mina)).send())).isEqualTo(all);
    assertThat(members(api.get(path(mina)).as(jun).send())).isEqualTo(all);
    change(mina, Map.of("visibility", "private"));
    String little = "userId nickname visibility picture";
    assertThat(members(api.get(path(mina)).send())).isEqualTo(little);
    assertThat(members(api.get(path(mina)).as(jun).send())).isEqualTo(little);
    assertThat(members(api.get(path(mina)).as(mina).send())).isEqualTo(all);
  }

  @Test
  void whoIsNotThereIsNotFound() {
    Session mina = api.join("mina");
    leave(mina);

    assertThat(api.get(path(mina)).send().status()).isEqualTo(404);
    assertThat(api.get("/users/99").send().status()).isEqualTo(404);
    assertThat(api.get("/users/mina").send().status()).isEqualTo(404);
    assertThat(api.get("/users/1%20or%201=1").send().status()).isEqualTo(404);
  }

  @Test
  void aSessionThatHasEndedChangesNothing() {
    Session mina = api.join("mina");
    api.delete("/me/sessions").as(mina).send();

    assertThat(api.get("/me/profile").as(mina).send().status()).isEqualTo(401);
    assertThat(change(mina, Map.of("bio", "late")).status()).isEqualTo(401);
    assertThat(text("select coalesce(string_agg(bio, ''), '') as text from users")).isEmpty();
  }

  @Test
  void leavingErasesTheProfileAndTheExportHasIt() {
    Session mina = api.join("mina");
    change(mina, Map.of("bio", "secretly fond of musicals", "visibility", "private"));

    JsonNode account = api.get("/me/export").as(mina).send().body().path("account");
    assertThat(account.path("bio").asText()).isEqualTo("secretly fond of musicals");
    assertThat(account.path("private").asBoolean()).isTrue();
    leave(mina);

    assertThat(text("select string_agg(u::text, '') as text from users u"))
        .doesNotContain("musicals");
  }

  @Test
  void changesAreLimited() {
    Session mina = api.join("mina");
    int status = 200;
    for (int i = 0; i < 100 && status == 200; i++) {
      status = change(mina, Map.of("autoplay", i % 2 == 0)).status();
    }

    assertThat(status).isEqualTo(429);
  }

  @Test
  void theEventFilesAreAnswered() {
    Session mina = api.join("mina");

    assertThat(event("auth/profile", mina)).isEqualTo(200);
    assertThat(event("auth/change-profile", mina)).isEqualTo(200);
    assertThat(event("auth/user-unknown", mina)).isEqualTo(404);
  }

  private static int event(String name, Session session) {
    ObjectNode event = EventFiles.read(name);
    ((ObjectNode) event.path("requestContext").path("authorizer").path("lambda"))
        .put("userId", Long.toString(session.userId()))
        .put("sessionId", session.sessionId());
    return Invocations.invoke(api.auth, event).path("statusCode").asInt();
  }

  private static void refused(Session session, String member, String value) {
    Answer answer = change(session, Map.of(member, value));
    assertThat(answer.status()).as(member).isEqualTo(422);
    assertThat(answer.body().path("error").path("details").path("field").asText())
        .isEqualTo(member);
  }

  private static Answer change(Session session, Map<String, Object> members) {
    return api.patch("/me/profile").as(session).body(members).send();
  }

  private static void leave(Session session) {
    Map<String, String> proof = Map.of("password", AuthApi.PASSWORD, "ratings", "keep");
    assertThat(api.delete("/me").as(session).body(proof).send().status()).isEqualTo(204);
  }

  private static String path(Session session) {
    return "/users/" + session.userId();
  }

  private static String members(Answer answer) {
    return String.join(" ", answer.body().properties().stream().map(Map.Entry::getKey).toList());
  }

  private static long version() {
    return DATABASE
        .database()
        .readOne(Sql.of("select taste_version as version from users"), Version.class)
        .orElseThrow()
        .version;
  }

  private static String text(String query) {
    return DATABASE.database().readOne(Sql.of(query), Text.class).orElseThrow().text;
  }
}
