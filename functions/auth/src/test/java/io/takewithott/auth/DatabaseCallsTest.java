package io.takewithott.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.auth.AuthApi.Answer;
import io.takewithott.auth.AuthApi.Session;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What each route costs in calls of the database; prints the table. */
class DatabaseCallsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final AuthApi api = new AuthApi(DATABASE, ENDPOINTS);
  private final Map<String, Integer> measured = new LinkedHashMap<>();

  @Test
  void everyRouteMakesAsManyCallsAsItSays() {
    count("POST /accounts", 201, () -> signUp("mina"));
    Session mina = api.logIn("mina");
    Session jun = api.join("jun");
    Session admin = admin();
    count("POST /sessions", 200, () -> api.logIn("mina", AuthApi.PASSWORD).send());
    count("POST /sessions, wrong", 401, () -> api.logIn("mina", "wrong").send());
    count("POST /sessions, unknown", 401, () -> api.logIn("nobody", "wrong").send());
    count("POST /sessions/refresh", 200, () -> api.refresh(mina.refreshToken()));
    Session out = api.logIn("mina");
    count(
        "DELETE /sessions/current",
        204,
        () ->
            api.delete("/sessions/current")
                .body(Map.of("refreshToken", out.refreshToken()))
                .send());
    count("GET /me", 200, () -> api.get("/me").as(mina).send());
    count("GET /me/sessions", 200, () -> api.get("/me/sessions").as(mina).send());
    Session there = api.logIn("mina");
    count(
        "DELETE /me/sessions/{id}",
        204,
        () -> api.delete("/me/sessions/" + there.sessionId()).as(mina).send());
    count("GET /me/security-events", 200, () -> api.get("/me/security-events").as(mina).send());
    count("GET /me/export", 200, () -> api.get("/me/export").as(mina).send());
    count(
        "POST /me/email-verification",
        204,
        () -> api.post("/me/email-verification").as(mina).send());
    api.sendMails();
    String verification = api.linkIn("mina");
    count(
        "POST /email-verifications",
        204,
        () -> api.post("/email-verifications").body(Map.of("token", verification)).send());
    countEmailChange(jun);
    count(
        "GET /accounts/availability",
        200,
        () -> api.get("/accounts/availability?nickname=x").send());
    count(
        "PUT /me/password",
        204,
        () ->
            api.put("/me/password")
                .as(mina)
                .body(Map.of("current", AuthApi.PASSWORD, "password", AuthApi.PASSWORD + "!"))
                .send());
    count(
        "POST /password-resets",
        202,
        () -> api.post("/password-resets").body(Map.of("email", "mina@example.com")).send());
    api.sendMails();
    String reset = api.linkIn("mina");
    count(
        "POST /password-resets/complete",
        204,
        () ->
            api.post("/password-resets/complete")
                .body(Map.of("token", reset, "password", AuthApi.PASSWORD))
                .send());
    Session everywhere = api.logIn("mina");
    count("DELETE /me/sessions", 204, () -> api.delete("/me/sessions").as(everywhere).send());
    Session everyone = api.logIn("mina");
    count(
        "GET /admin/users/{id}/security-events",
        200,
        () -> api.get("/admin/users/" + jun.userId() + "/security-events").as(admin).send());
    count(
        "PUT /admin/users/{id}/role",
        204,
        () ->
            api.put("/admin/users/" + jun.userId() + "/role")
                .as(admin)
                .body(Map.of("role", "admin"))
                .send());
    count("GET /me/profile", 200, () -> api.get("/me/profile").as(everyone).send());
    count(
        "PATCH /me/profile",
        200,
        () -> api.patch("/me/profile").as(everyone).body(Map.of("ageBand", "19-29")).send());
    count("GET /users/{id}", 200, () -> api.get("/users/" + jun.userId()).send());
    countPhoto(everyone);
    countFollowing(everyone, jun.userId());
    count("GET /.well-known/jwks.json", 200, () -> api.get("/.well-known/jwks.json").send());
    Session leaver = api.logIn("mina");
    count(
        "DELETE /me",
        204,
        () ->
            api.delete("/me")
                .as(leaver)
                .body(Map.of("password", AuthApi.PASSWORD, "ratings", "keep"))
                .send());

    measured.forEach((route, calls) -> System.out.printf("%-40s %d%n", route, calls));
    assertThat(measured)
        .isEqualTo(
            Map.ofEntries(
                Map.entry("POST /accounts", 3),
                Map.entry("POST /sessions", 2),
                Map.entry("POST /sessions, wrong", 2),
                Map.entry("POST /sessions, unknown", 2),
                Map.entry("POST /sessions/refresh", 1),
                Map.entry("DELETE /sessions/current", 1),
                Map.entry("GET /me", 1),
                Map.entry("GET /me/sessions", 1),
                Map.entry("DELETE /me/sessions/{id}", 1),
                Map.entry("DELETE /me/sessions", 1),
                Map.entry("GET /me/security-events", 1),
                Map.entry("GET /me/export", 2),
                Map.entry("POST /me/email-verification", 1),
                Map.entry("POST /email-verifications", 1),
                Map.entry("POST /me/email", 2),
                Map.entry("POST /email-changes/complete", 1),
                Map.entry("POST /email-changes/stop", 1),
                Map.entry("GET /accounts/availability", 1),
                Map.entry("PUT /me/password", 2),
                Map.entry("POST /password-resets", 1),
                Map.entry("POST /password-resets/complete", 2),
                Map.entry("GET /admin/users/{id}/security-events", 1),
                Map.entry("PUT /admin/users/{id}/role", 1),
                Map.entry("GET /me/profile", 1),
                Map.entry("PATCH /me/profile", 1),
                Map.entry("GET /users/{id}", 1),
                Map.entry("POST /me/photo/uploads", 1),
                Map.entry("POST /me/photo", 2),
                Map.entry("GET /users/{id}/picture", 1),
                Map.entry("GET /photos/{photo}/{size}", 0),
                Map.entry("DELETE /me/photo", 1),
                Map.entry("PUT /me/following/{id}", 1),
                Map.entry("GET /me/following", 1),
                Map.entry("DELETE /me/following/{id}", 1),
                Map.entry("GET /me/followers", 1),
                Map.entry("PUT /me/followers/{id}", 1),
                Map.entry("DELETE /me/followers/{id}", 1),
                Map.entry("GET /me/follow-requests", 1),
                Map.entry("GET /.well-known/jwks.json", 0),
                Map.entry("DELETE /me", 2)));
    assertThat(measured.keySet().stream().map(name -> name.replaceFirst(",.*", "")))
        .containsAll(
            api.auth.routeKeys().stream()
                // SocialTest counts those, for a provider has to answer meanwhile.
                .filter(key -> !key.contains(" /social/") && !key.contains(" /me/identities"))
                .toList());
  }

  private void countEmailChange(Session session) {
    Map<String, String> wanted = Map.of("email", "new@example.com", "password", AuthApi.PASSWORD);
    count("POST /me/email", 202, () -> api.post("/me/email").as(session).body(wanted).send());
    Map<String, String> guess = Map.of("token", "A".repeat(43));
    count(
        "POST /email-changes/complete",
        409,
        () -> api.post("/email-changes/complete").body(guess).send());
    count(
        "POST /email-changes/stop", 409, () -> api.post("/email-changes/stop").body(guess).send());
  }

  private void countPhoto(Session session) {
    Answer[] upload = new Answer[1];
    count(
        "POST /me/photo/uploads",
        201,
        () ->
            upload[0] =
                api.post("/me/photo/uploads")
                    .as(session)
                    .body(Map.of("contentType", "image/png", "bytes", 100))
                    .send());
    String name = upload[0].body().path("upload").asText();
    ENDPOINTS.objects().put("photos/uploads/" + name, png(), "image/png");
    count(
        "POST /me/photo",
        200,
        () -> api.post("/me/photo").as(session).body(Map.of("upload", name)).send());
    count(
        "GET /users/{id}/picture",
        302,
        () -> api.get("/users/" + session.userId() + "/picture").send());
    String unknown = "/photos/" + "0".repeat(32) + "/small";
    count("GET /photos/{photo}/{size}", 404, () -> api.get(unknown).send());
    count("DELETE /me/photo", 204, () -> api.delete("/me/photo").as(session).send());
  }

  private static byte[] png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private void countFollowing(Session session, long other) {
    String path = "/me/following/" + other;
    count("PUT /me/following/{id}", 200, () -> api.put(path).as(session).send());
    count("GET /me/following", 200, () -> api.get("/me/following").as(session).send());
    count("DELETE /me/following/{id}", 204, () -> api.delete(path).as(session).send());
    count("GET /me/followers", 200, () -> api.get("/me/followers").as(session).send());
    String follower = "/me/followers/" + other;
    count("PUT /me/followers/{id}", 404, () -> api.put(follower).as(session).send());
    count("DELETE /me/followers/{id}", 404, () -> api.delete(follower).as(session).send());
    count("GET /me/follow-requests", 200, () -> api.get("/me/follow-requests").as(session).send());
  }

  private void count(String route, int status, Supplier<Answer> request) {
    int before = DATABASE.calls();
    Answer answer = request.get();
    measured.put(route, DATABASE.calls() - before);
    assertThat(answer.status()).as(route + answer.body()).isEqualTo(status);
  }

  private Answer signUp(String name) {
    return api.post("/accounts")
        .body(
            Map.of("email", name + "@example.com", "password", AuthApi.PASSWORD, "nickname", name))
        .send();
  }

  private Session admin() {
    Session chief = api.join("chief");
    DATABASE.run("update users set role = 'admin' where nickname = 'chief'");
    return AuthApi.session(api.refresh(chief.refreshToken()));
  }
}
