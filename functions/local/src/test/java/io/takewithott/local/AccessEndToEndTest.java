package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.auth.token.Access;
import io.takewithott.auth.token.AccessTokens;
import io.takewithott.auth.token.TokenKeys;
import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.Sql;
import io.takewithott.core.secrets.Secrets;
import io.takewithott.local.RunningWorld.Answer;
import io.takewithott.local.RunningWorld.Member;
import io.takewithott.local.template.FunctionDefinition;
import io.takewithott.local.template.HttpRoute;
import io.takewithott.testing.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every route of the template as every kind of caller. The statuses that were observed are printed
 * and left in target/access.txt.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessEndToEndTest {
  /** What a request that is let through needs; other routes are sent an empty object. */
  private static final Map<String, Object> BODIES =
      Map.ofEntries(
          Map.entry("PUT /titles/{id}/rating", Map.of("stars", 4)),
          Map.entry("PUT /titles/{id}/reaction", Map.of("reaction", "like")),
          Map.entry("PUT /titles/{id}/progress", Map.of("seconds", 60)),
          Map.entry("PUT /titles/{id}/review", Map.of("text", "좋다")),
          Map.entry("POST /reviews/{id}/comments", Map.of("text", "저도")),
          Map.entry("POST /reviews/{id}/report", Map.of("reason", "spam")),
          Map.entry("POST /posts", Map.of("headline", "h", "text", "t")),
          Map.entry("PUT /posts/{id}", Map.of("headline", "h", "text", "t")),
          Map.entry("POST /posts/{id}/comments", Map.of("text", "저도")),
          Map.entry("POST /posts/{id}/report", Map.of("reason", "spam")),
          Map.entry("POST /post-photos", Map.of("contentType", "image/png", "bytes", 1000)),
          Map.entry(
              "PUT /admin/titles/{id}/services/{service}",
              Map.of("available", true, "source", "https://www.tving.com", "asOf", "2026-11-20")),
          Map.entry("PUT /admin/reviews/{id}/visibility", Map.of("hidden", false)),
          Map.entry("PUT /admin/posts/{id}/visibility", Map.of("hidden", false)),
          Map.entry("PUT /admin/parties/{id}/messages/{seq}/decision", Map.of("removed", false)),
          Map.entry("POST /admin/line-suggestions/{id}/refusal", Map.of("reason", "NOT_SAID")),
          Map.entry(
              "POST /admin/refunds",
              Map.of("orderId", "jnothing", "amount", 1000, "reason", "late")),
          Map.entry("PUT /me/picks", Map.of("titleIds", List.of(1001, 2001, 3001))),
          Map.entry("POST /password-resets", Map.of("email", "nobody@example.com")),
          Map.entry("DELETE /me", Map.of("password", "correct horse", "ratings", "erase")),
          Map.entry(
              "PUT /me/password", Map.of("current", "correct horse", "password", "correct horse")),
          Map.entry(
              "POST /me/email", Map.of("email", "new@example.com", "password", "correct horse")),
          Map.entry("POST /me/photo/uploads", Map.of("contentType", "image/png", "bytes", 1000)),
          Map.entry("POST /me/photo", Map.of("upload", "0".repeat(32))),
          Map.entry("PUT /admin/users/{id}/role", Map.of("role", "user")),
          Map.entry("POST /sessions", Map.of("email", "nobody@example.com", "password", "wrong")));

  private final Map<Who, Optional<String>> tokens = new EnumMap<>(Who.class);
  private RunningWorld world;
  private Member user;
  private Member other;

  /** Routes for what nobody has suggested or claimed here. */
  private static final Set<String> ABSENT =
      Set.of(
          "POST /admin/line-suggestions/{id}/acceptance",
          "POST /admin/line-suggestions/{id}/refusal",
          "GET /admin/imports/{id}",
          "POST /admin/claims/{id}/decision",
          "GET /admin/orders/{orderId}",
          "POST /admin/refunds",
          "POST /admin/refund-proposals/{id}/approval",
          "POST /admin/refund-proposals/{id}/refusal",
          "PUT /admin/parties/{id}/messages/{seq}/decision");

  /** Of those that open a shared account, or change how it is opened. */
  private static final Set<String> SHARED_LOG_IN =
      Set.of(
          "PUT /parties/{id}/vault",
          "DELETE /parties/{id}/vault",
          "POST /parties/{id}/vault/reveal");

  /** Who asks. */
  private enum Who {
    ANONYMOUS,
    USER,
    OTHER_USER,
    ADMIN,
    EXPIRED,
    TAMPERED,
    REVOKED
  }

  /**
   * @param function the logical id of the route's function
   */
  private record Row(String function, String route, String authorizer, Map<Who, Integer> statuses) {
    int of(Who who) {
      return statuses.getOrDefault(who, 0);
    }

    boolean isMembersOnly() {
      return authorizer.equals("Member");
    }
  }

  @BeforeAll
  void start() throws Exception {
    world = RunningWorld.start(false);
    user = world.join("user");
    other = world.join("other");
    write();
  }

  /** What the other user wrote: some to be deleted on the way, and some for administrators. */
  private void write() {
    for (int id : new int[] {1001, 1002}) {
      world
          .server()
          .database()
          .write(
              Sql.of(
                      """
                      with review as (
                        insert into reviews (review_id, user_id, title_id, body, created_at)
                        values (:id, :userId, :titleId, 'x', now()))
                      insert into posts (post_id, user_id, headline, body, created_at)
                      values (:id, :userId, 'x', 'x', now())
                      """)
                  .bind("id", id)
                  .bind("titleId", id == 1001 ? 2001 : 3001)
                  .bind("userId", other.userId()));
    }
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void everyRouteLetsInWhomItShould() throws Exception {
    List<Row> rows = new ArrayList<>();
    for (FunctionDefinition function : world.server().template().functions()) {
      for (HttpRoute route : function.routes()) {
        rows.add(row(function.logicalId(), route));
      }
    }
    String table = table(rows);
    System.out.print(table);
    Files.writeString(Checkout.root().resolve(Path.of("functions/local/target/access.txt")), table);

    for (Row row : rows) {
      check(row);
    }
  }

  /** What holds for any route, whatever it does. */
  private static void check(Row row) {
    String name = row.route;
    assertThat(row.statuses.values())
        .as(name)
        .allSatisfy(status -> assertThat(status).isLessThan(500));
    if (row.isMembersOnly()) {
      assertThat(row.of(Who.ANONYMOUS)).as(name).isEqualTo(401);
      assertThat(row.of(Who.EXPIRED)).as(name).isEqualTo(403);
      assertThat(row.of(Who.TAMPERED)).as(name).isEqualTo(403);
    }
    if (name.contains(" /admin/")) {
      assertThat(row.isMembersOnly()).as(name).isTrue();
      assertThat(row.of(Who.USER)).as(name).isEqualTo(403);
      assertThat(row.of(Who.OTHER_USER)).as(name).isEqualTo(403);
      if (ABSENT.contains(name)) {
        assertThat(row.of(Who.ADMIN)).as(name).isEqualTo(404);
      } else {
        assertThat(row.of(Who.ADMIN)).as(name).isLessThan(300);
      }
      assertThat(row.of(Who.REVOKED)).as(name).isIn(401, 403);
    } else if (name.contains(" /me")) {
      assertThat(row.isMembersOnly()).as(name).isTrue();
      // Elsewhere a revoked token is good for what is left of its ten minutes.
      if (row.function.equals("AuthFunction") || isMoney(row)) {
        assertThat(row.of(Who.REVOKED)).as(name).isEqualTo(401);
      }
    }
    if (SHARED_LOG_IN.contains(name)) {
      assertThat(row.of(Who.REVOKED)).as(name).isEqualTo(401);
    }
    if (name.equals("DELETE /me/sessions/{id}")) {
      assertThat(row.of(Who.USER)).as(name).isEqualTo(204);
      assertThat(row.of(Who.OTHER_USER)).as(name).isEqualTo(404);
    }
  }

  private static boolean isMoney(Row row) {
    return row.function.equals("PaymentFunction") && !row.route.equals("GET /me/parties");
  }

  private Row row(String function, HttpRoute route) throws Exception {
    Map<Who, Integer> statuses = new EnumMap<>(Who.class);
    for (Who who : Who.values()) {
      String sessionToEnd =
          route.path().equals("/me/sessions/{id}") ? logIn(user).sessionId() : user.sessionId();
      String path =
          route
              .path()
              .replace("{file+}", "app.js")
              .replace("/me/sessions/{id}", "/me/sessions/" + sessionToEnd)
              .replace("/users/{id}", "/users/" + other.userId())
              .replaceAll("/(reviews|posts)/[{]id}/", "/$1/1002/")
              .replace("{service}", "tving")
              .replaceAll("\\{[^}]*}", "1001")
              .concat(route.key().equals("GET /admin/orders") ? "?userId=1001" : "");
      statuses.put(who, world.call(route.method(), path, body(route), token(who, route)).status());
    }
    return new Row(function, route.key(), route.authorizer().orElse("none"), statuses);
  }

  private static @Nullable Object body(HttpRoute route) {
    Object body = BODIES.get(route.key());
    boolean writes = List.of("POST", "PUT", "PATCH").contains(route.method());
    return body == null && writes ? Map.of() : body;
  }

  private @Nullable String token(Who who, HttpRoute route) throws Exception {
    if (route.key().equals("DELETE /me") && (who == Who.USER || who == Who.OTHER_USER)) {
      return world.join("leaver").token();
    }
    // Routes of one's own account may end the session that calls them.
    if (!tokens.containsKey(who) || route.path().startsWith("/me")) {
      tokens.put(who, Optional.ofNullable(token(who)));
    }
    return tokens.getOrDefault(who, Optional.empty()).orElse(null);
  }

  private @Nullable String token(Who who) throws Exception {
    return switch (who) {
      case ANONYMOUS -> null;
      case USER -> logIn(user).token();
      case OTHER_USER -> logIn(other).token();
      case ADMIN -> admin().token();
      case EXPIRED -> expired();
      case TAMPERED -> user.token().substring(0, user.token().length() - 8) + "AAAAAAAA";
      case REVOKED -> {
        Member revoked = logIn(user);
        String session = "/me/sessions/" + revoked.sessionId();
        assertThat(world.call("DELETE", session, null, revoked.token()).status()).isEqualTo(204);
        yield revoked.token();
      }
    };
  }

  /** A new one every time, for some routes end what they are called with. */
  private Member admin() throws Exception {
    Member admin = world.join("admin");
    world
        .server()
        .database()
        .write(
            Sql.of("update users set role = 'admin' where user_id = :userId")
                .bind("userId", admin.userId()));
    return logIn(admin);
  }

  private Member logIn(Member member) throws Exception {
    Answer answer =
        world.call(
            "POST",
            "/sessions",
            Map.of("email", member.email(), "password", "correct horse"),
            null);
    assertThat(answer.status()).isEqualTo(200);
    return new Member(
        member.userId(),
        member.email(),
        answer.body().path("accessToken").asText(),
        answer.body().path("sessionId").asText());
  }

  /** Signed by the real key, an hour ago. */
  private String expired() {
    String secretId =
        world.server().template().functions().stream()
            .map(
                function ->
                    Optional.ofNullable(function.environment().get("TWO_TOKEN_KEYS_SECRET")))
            .flatMap(Optional::stream)
            .findFirst()
            .orElseThrow();
    Map<String, String> settings = world.server().clientSettings();
    InstantSource past = () -> InstantSource.system().instant().minus(Duration.ofHours(1));
    Secrets secrets =
        Environment.of(settings)
            .read(
                each -> {
                  settings.keySet().forEach(each::optional);
                  return new CloudClients(CloudConfig.from(each)).secrets(InstantSource.system());
                });
    TokenKeys keys = new TokenKeys(secrets, secretId, InstantSource.system());
    return new AccessTokens(keys, past, Duration.ofMinutes(10))
        .issue(new Access(user.userId(), user.sessionId(), true))
        .text();
  }

  private static String table(List<Row> rows) {
    StringBuilder table = new StringBuilder(String.format("%-42s %-8s", "route", "auth"));
    for (Who who : Who.values()) {
      table.append(String.format(" %10s", who));
    }
    table.append('\n');
    for (Row row : rows) {
      table.append(String.format("%-42s %-8s", row.route, row.authorizer));
      for (Who who : Who.values()) {
        table.append(String.format(" %10d", row.of(who)));
      }
      table.append('\n');
    }
    return table.toString();
  }
}
