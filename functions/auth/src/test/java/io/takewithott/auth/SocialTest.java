package io.takewithott.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.takewithott.auth.AuthApi.Answer;
import io.takewithott.auth.AuthApi.Session;
import io.takewithott.auth.social.provider.ScriptedProvider;
import io.takewithott.core.database.Sql;
import io.takewithott.core.logging.JsonLogEncoder;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** Social log-in over the handler: what it costs, what is counted, what happens at once. */
class SocialTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String REGISTRATIONS =
      """
      {"kakao":{"clientId":"k","clientSecret":"ks","adminKey":"ka"},
       "naver":{"clientId":"n","clientSecret":"ns"},
       "facebook":{"clientId":"f","clientSecret":"fs"}}
      """;

  private final ScriptedProvider provider = new ScriptedProvider();
  private final AuthApi api = api(REGISTRATIONS);

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void databaseCallsOfEveryRoute() {
    Session mina = api.join("mina");
    List<String> calls = new ArrayList<>();
    calls.add("providers " + callsOf(() -> api.get("/social/providers").send()));
    calls.add("start " + callsOf(() -> api.get("/social/kakao/start").send()));
    calls.add("joins " + (callsOf(() -> walk("kakao", 1, "one@example.com")) - 1));
    calls.add("returns " + (callsOf(() -> walk("kakao", 1, "one@example.com")) - 1));
    calls.add("joins without address " + (callsOf(() -> walk("kakao", 2, null)) - 1));
    calls.add("wrong state " + callsOf(() -> api.get("/social/kakao/callback?state=x").send()));
    calls.add("list " + callsOf(() -> api.get("/me/identities").as(mina).send()));
    calls.add("begin " + callsOf(() -> begin(mina, "kakao")));
    calls.add("links " + (callsOf(() -> link(mina, "kakao", 3)) - 2));
    provider.then(200, "{\"id\":3}");
    calls.add("removes " + callsOf(() -> api.delete("/me/identities/kakao").as(mina).send()));
    String waiting = walk("kakao", 4, "mina@example.com").cookie().replaceFirst(";.*", "");
    calls.add(
        "confirms "
            + callsOf(
                () ->
                    api.put("/me/identities/kakao")
                        .as(mina)
                        .body(Map.of("password", AuthApi.PASSWORD))
                        .cookie(waiting)
                        .send()));

    assertThat(calls)
        .containsExactly(
            "providers 0",
            "start 1",
            "joins 5",
            "returns 3",
            "joins without address 4",
            "wrong state 0",
            "list 1",
            "begin 2",
            "links 2",
            "removes 7",
            "confirms 4");
  }

  @Test
  void withoutARegistrationNothingIsOffered() {
    AuthApi bare = api("{}");
    AuthApi one = api("{\"kakao\":{\"clientId\":\"k\"},\"naver\":{\"clientId\":\"n\"}}");

    assertThat(bare.get("/social/providers").send().body()).hasToString("{\"providers\":[]}");
    assertThat(location(bare.get("/social/kakao/start").send()))
        .isEqualTo("/?socialError=NOT_OFFERED&provider=kakao");
    // Naver exchanges nothing without a secret.
    assertThat(one.get("/social/providers").send().body())
        .hasToString(
            "{\"providers\":[{\"provider\":\"kakao\",\"name\":\"카카오\",\"startPath\":\"/social/kakao/start\"}]}");
    assertThat(bare.get("/social/google/start").send().code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void settingOutIsCounted() {
    AuthApi fresh = api(REGISTRATIONS);
    List<String> outcomes = new ArrayList<>();
    for (int i = 0; i < 63; i++) {
      outcomes.add(location(fresh.get("/social/naver/start").from("198.51.100.9").send()));
    }

    assertThat(outcomes.subList(0, 60)).allMatch(location -> location.contains("/authorize?"));
    assertThat(outcomes.get(62)).isEqualTo("/?socialError=TOO_MANY&provider=naver");
    assertThat(location(fresh.get("/social/naver/start").from("198.51.100.10").send()))
        .contains("/authorize?");
  }

  @Test
  void anAttemptIsGoodForTenMinutes() {
    Answer start = api.get("/social/kakao/start").send();
    api.clock.pass(Duration.ofMinutes(11));

    assertThat(location(callback(api, "kakao", start)))
        .isEqualTo("/?socialError=WRONG_STATE&provider=kakao");
    assertThat(provider.asked()).isEmpty();
  }

  @Test
  void cookiesAreOutOfReach() {
    Answer start = api.get("/social/kakao/start").send();

    assertThat(start.cookie())
        .matches(
            "__Secure-two-social-[A-Za-z0-9_-]{8}=[A-Za-z0-9_-]{43}; Path=/social; Max-Age=600; Secure;"
                + " HttpOnly; SameSite=Lax");
    assertThat(start.headers().path("cache-control").asText()).isEqualTo("no-store");
    assertThat(start.headers().path("referrer-policy").asText()).isEqualTo("no-referrer");
    assertThat(start.body()).isEmpty();
  }

  @Test
  void twoFirstLogInsAtOnceMakeOneAccount() throws Exception {
    for (int id = 100; id < 105; id++) {
      long before = count("users");
      List<String> outcomes = atOnce(id);

      assertThat(outcomes).allMatch(location -> location.matches("/\\?social=(joined|returned).*"));
      assertThat(count("users") - before).isEqualTo(1);
    }
  }

  @Test
  void ofTwoRemovalsAtOnceOneIsRefused() throws Exception {
    for (int id = 200; id < 205; id++) {
      String name = "two" + id;
      Session session = api.join(name);
      assertThat(location(link(session, "kakao", id))).contains("linked");
      assertThat(location(link(session, "naver", id))).contains("linked");
      DATABASE.run("update users set password_hash = null where user_id = " + session.userId());
      provider.then(200, "{\"id\":1}").then(200, "{\"id\":1}");
      List<Callable<Integer>> removals = new ArrayList<>();
      for (String one : List.of("kakao", "naver")) {
        removals.add(() -> api.delete("/me/identities/" + one).as(session).send().status());
      }
      List<Integer> statuses = run(removals);
      provider.forget();

      assertThat(statuses).containsExactlyInAnyOrder(204, 409);
      assertThat(count("identities where user_id = " + session.userId())).isEqualTo(1);
    }
  }

  @Test
  void aNameThatIsTakenGetsANumber() {
    walk("kakao", 330, null);
    walk("kakao", 630, null);

    List<Name> names =
        DATABASE
            .database()
            .read(
                Sql.of(
                    "select nickname from users u join identities i using (user_id)"
                        + " where provider_user_id in ('330', '630') order by provider_user_id"),
                Name.class);
    assertThat(names.get(0).nickname()).isEqualTo("하늘 30");
    assertThat(names.get(1).nickname()).matches("하늘 30[0-9]{4}");
  }

  @Test
  void anIdentitysGrantIsSealedAndFollowsTheLatestLogIn() {
    walk("naver", 400, null);
    String first = grant("400");
    walk("naver", 400, null);

    assertThat(first).isNotEmpty().doesNotContain("refresh");
    assertThat(grant("400")).isNotEqualTo(first);
  }

  @Test
  void whatIsLoggedNamesNobodyAndOpensNothing() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.setContext(root.getLoggerContext());
    lines.start();
    root.addAppender(lines);
    try {
      walk("kakao", 500, "secret-address@example.com");
      walk("kakao", 500, "secret-address@example.com");
      for (String answer :
          List.of(
              "{\"access_token\":\"secret-token",
              "{\"error\":\"secret code\",\"error_description\":\"secret-code\"}",
              "{\"access_token\":\"secret-token\",\"id_token\":\"a.c2VjcmV0.c\"}")) {
        Answer start = api.get("/social/kakao/start").send();
        provider.then(200, answer);
        callback(api, "kakao", start);
      }
    } finally {
      root.detachAppender(lines);
    }

    JsonLogEncoder encoder = new JsonLogEncoder();
    String log =
        lines.list.stream()
            .map(line -> new String(encoder.encode(line), StandardCharsets.UTF_8))
            .collect(Collectors.joining());
    assertThat(log).contains("a provider failed").doesNotContain("secret").doesNotContain("하늘");
  }

  private List<String> atOnce(int id) throws Exception {
    List<Callable<String>> logIns = new ArrayList<>();
    List<ScriptedProvider> providers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      ScriptedProvider own = new ScriptedProvider();
      providers.add(own);
      AuthApi another = api(REGISTRATIONS, own.address());
      Answer start = another.get("/social/kakao/start").send();
      script(own, "kakao", id, "both" + id + "@example.com");
      logIns.add(() -> location(callback(another, "kakao", start)));
    }
    List<String> outcomes = run(logIns);
    providers.forEach(ScriptedProvider::close);
    return outcomes;
  }

  private static <T> List<T> run(List<Callable<T>> tasks) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(tasks.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result : executor.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }

  /** From the button to the site, as the person with that id. */
  private Answer walk(String name, int id, @Nullable String email) {
    Answer start = api.get("/social/" + name + "/start").send();
    script(provider, name, id, email);
    return callback(api, name, start);
  }

  private Answer begin(Session session, String name) {
    return api.post("/me/identities/" + name)
        .as(session)
        .body(Map.of("password", AuthApi.PASSWORD))
        .send();
  }

  private Answer link(Session session, String name, int id) {
    Answer begun = begin(session, name);
    script(provider, name, id, null);
    return callback(api, name, begun, begun.body().path("authorizeUrl").asText());
  }

  private static Answer callback(AuthApi api, String name, Answer start) {
    return callback(api, name, start, location(start));
  }

  private static Answer callback(AuthApi api, String name, Answer start, String authorizeUrl) {
    String state = authorizeUrl.replaceFirst(".*[?&]state=([^&]*).*", "$1");
    return api.get("/social/" + name + "/callback?code=secret-code&state=" + state)
        .cookie(start.cookie().replaceFirst(";.*", ""))
        .send();
  }

  private static void script(
      ScriptedProvider provider, String name, int id, @Nullable String email) {
    provider.then(200, "{\"access_token\":\"secret-token\",\"refresh_token\":\"refresh\"}");
    provider.then(
        200,
        name.equals("kakao")
            ? """
              {"id":%d,"kakao_account":{"profile":{"nickname":"하늘 %d"},"is_email_valid":true,
               "is_email_verified":true%s}}
              """
                .formatted(id, id % 300, email == null ? "" : ",\"email\":\"" + email + "\"")
            : "{\"resultcode\":\"00\",\"response\":{\"id\":\"%d\"}}".formatted(id));
  }

  private static String location(Answer answer) {
    return answer.headers().path("location").asText();
  }

  private AuthApi api(String registrations) {
    return api(registrations, provider.address());
  }

  private static AuthApi api(String registrations, URI standIn) {
    return new AuthApi(
        DATABASE,
        ENDPOINTS,
        Map.of(
            "TWO_SOCIAL_SECRET",
            ENDPOINTS.secret("social-" + NUMBER.incrementAndGet(), registrations),
            "TWO_SOCIAL_ENDPOINT",
            standIn.toString()));
  }

  private int callsOf(Runnable request) {
    int before = DATABASE.calls();
    request.run();
    return DATABASE.calls() - before;
  }

  private static long count(String table) {
    return DATABASE
        .database()
        .readOne(Sql.of("select count(*) as n from " + table), Count.class)
        .orElseThrow()
        .n();
  }

  private static String grant(String id) {
    return DATABASE
        .database()
        .readOne(
            Sql.of(
                "select sealed_grant as nickname from identities where provider_user_id = '"
                    + id
                    + "'"),
            Name.class)
        .orElseThrow()
        .nickname();
  }

  record Count(long n) {}

  record Name(String nickname) {}
}
