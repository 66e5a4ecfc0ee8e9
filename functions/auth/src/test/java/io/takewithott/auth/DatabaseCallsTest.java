package io.takewithott.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.auth.AuthApi.Answer;
import io.takewithott.auth.AuthApi.Session;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
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
                Map.entry("GET /accounts/availability", 1),
                Map.entry("PUT /me/password", 2),
                Map.entry("POST /password-resets", 1),
                Map.entry("POST /password-resets/complete", 2),
                Map.entry("GET /admin/users/{id}/security-events", 1),
                Map.entry("PUT /admin/users/{id}/role", 1),
                Map.entry("GET /.well-known/jwks.json", 0),
                Map.entry("DELETE /me", 2)));
    assertThat(measured.keySet().stream().map(name -> name.replaceFirst(",.*", "")))
        .containsAll(
            api.auth.routeKeys().stream()
                // SocialTest counts those, for a provider has to answer meanwhile.
                .filter(key -> !key.contains(" /social/") && !key.contains(" /me/identities"))
                .toList());
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
