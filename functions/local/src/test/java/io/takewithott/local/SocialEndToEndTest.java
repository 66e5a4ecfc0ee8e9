package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.local.Browser.Page;
import io.takewithott.testing.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Logging in through each provider, over HTTP, with everything that can go wrong there. Leaves the
 * observed outcomes in target/social-outcomes-….txt. In process, or with {@code -Disolated} in
 * processes of their own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SocialEndToEndTest {
  private static final List<String> PROVIDERS = List.of("kakao", "naver", "facebook");
  private static final String PASSWORD = "correct horse battery";
  private static final Map<String, String> PROOF = Map.of("password", PASSWORD);

  /** What a fault comes to, and how often the code may be exchanged meanwhile: once. */
  private static final List<Case> FAULTS =
      List.of(
          new Case("token/slow?millis=6500", "PROVIDER_DOWN"),
          new Case("token/lost", "PROVIDER_DOWN"),
          new Case("token/error", "PROVIDER_DOWN"),
          new Case("token/error-as-ok", "CODE_REFUSED"),
          new Case("token/malformed", "PROVIDER_ODD"),
          new Case("token/huge", "PROVIDER_ODD"),
          new Case("token/redirect", "PROVIDER_ODD"),
          new Case("profile/slow?millis=6500", "joined"),
          new Case("profile/lost", "joined"),
          new Case("profile/error", "joined"),
          new Case("profile/error?times=2", "PROVIDER_DOWN"),
          new Case("profile/error-as-ok", "CODE_REFUSED"),
          new Case("profile/malformed", "PROVIDER_ODD"),
          new Case("profile/huge", "PROVIDER_ODD"),
          new Case("profile/redirect", "PROVIDER_ODD"),
          new Case("profile/no-email", "joined"),
          new Case("profile/unproven-email", "joined"));

  private final boolean isolated = Boolean.getBoolean("isolated");
  private final Map<String, Map<String, String>> observed = new TreeMap<>();
  private SocialWorld world;
  private int people;

  @BeforeAll
  void start() throws Exception {
    world = SocialWorld.start(isolated);
  }

  @AfterAll
  void stop() throws Exception {
    world.close();
    String table = table();
    System.out.println(table);
    Path file =
        Checkout.root()
            .resolve("functions/local/target")
            .resolve("social-outcomes-" + (isolated ? "isolated" : "in-process") + ".txt");
    Files.writeString(file, table);
  }

  @Test
  void everyProviderIsOffered() throws Exception {
    JsonNode providers = new Browser(world.address()).get("/social/providers").json();

    assertThat(providers.findValuesAsText("provider")).isEqualTo(PROVIDERS);
    assertThat(providers.findValuesAsText("name")).containsExactly("카카오", "네이버", "페이스북");
  }

  @TestFactory
  Stream<DynamicTest> aPersonJoinsAndComesBack() {
    return each(
        "joins, comes back",
        (provider, seen) -> {
          Person person = someone();
          Browser browser = browser();
          seen.add(walk(browser, provider, person.form()).outcome());
          JsonNode me = me(browser);
          Browser elsewhere = browser();
          seen.add(walk(elsewhere, provider, person.form()).outcome());

          assertThat(seen).containsExactly("joined", "returned");
          assertThat(me.path("nickname").asText()).isEqualTo(person.name);
          // Only Kakao vouches for addresses.
          assertThat(me.path("email").asText())
              .isEqualTo(provider.equals("kakao") ? person.email : "");
          assertThat(me(elsewhere).path("userId")).isEqualTo(me.path("userId"));
        });
  }

  @TestFactory
  Stream<DynamicTest> withoutAnAddressThereIsAnAccountAllTheSame() {
    return each(
        "address not shared",
        (provider, seen) -> {
          Browser browser = browser();
          Map<String, String> form = someone().form();
          form.remove("shareEmail");
          seen.add(walk(browser, provider, form).outcome());

          assertThat(seen).containsExactly("joined");
          assertThat(me(browser).has("email")).isFalse();
        });
  }

  @TestFactory
  Stream<DynamicTest> anUnprovenAddressIsNotTheAccounts() {
    return each(
        "address unproven",
        (provider, seen) -> {
          Browser browser = browser();
          Map<String, String> form = someone().form();
          form.remove("emailProven");
          seen.add(walk(browser, provider, form).outcome());

          assertThat(seen).containsExactly("joined");
          assertThat(me(browser).has("email")).isFalse();
        });
  }

  @TestFactory
  Stream<DynamicTest> anAddressThatIsTakenIsLinkedOnlyByItsOwner() {
    return each(
        "address taken, stranger, owner, again, then",
        (provider, seen) -> {
          Person person = someone();
          String owner = signUp(person.email);
          String stranger = signUp(someone().email);
          Browser browser = browser();
          seen.add(walk(browser, provider, person.form()).outcome());
          boolean openedNothing = !browser.hasCookie("__Secure-two-refresh");
          String path = "/me/identities/" + provider;
          seen.add("" + browser.call("PUT", path, PROOF, stranger).status());
          // Nor can a token alone, without the password of the account.
          int unproven = browser.call("PUT", path, null, owner).status();
          // A browser that was not there cannot confirm, whoever is logged in.
          int elsewhere = browser().call("PUT", path, PROOF, owner).status();
          seen.add("" + browser.call("PUT", path, PROOF, owner).status());
          seen.add("" + browser.call("PUT", path, PROOF, owner).status());
          seen.add(walk(browser, provider, person.form()).outcome());

          assertThat(openedNothing).isTrue();
          assertThat(elsewhere).isEqualTo(404);
          assertThat(unproven).isEqualTo(401);
          assertThat(seen).containsExactly("EMAIL_TAKEN", "404", "200", "404", "returned");
          assertThat(me(browser).path("email").asText()).isEqualTo(person.email);
        });
  }

  @Test
  void anAccountWithoutAPasswordIsProvenByAFreshLogIn() throws Exception {
    Person person = someone();
    Browser browser = browser();
    walk(browser, "kakao", person.form());
    String outcome = walk(browser, "naver", person.form()).outcome();
    String token = token(browser);
    world.run("update sessions set opened_at = opened_at - interval '1 hour'");
    Page stale = browser.call("PUT", "/me/identities/naver", null, token);
    walk(browser, "kakao", person.form());
    Page fresh = browser.call("PUT", "/me/identities/naver", null, token(browser));
    observe(
        "naver",
        "address taken by a Kakao account, stale, fresh",
        outcome + ", " + stale.status() + ", " + fresh.status());

    assertThat(outcome).isEqualTo("EMAIL_TAKEN");
    assertThat(stale.json().path("error").path("code").asText()).isEqualTo("LOG_IN_AGAIN");
    assertThat(fresh.json().path("identities").findValuesAsText("provider"))
        .containsExactly("kakao", "naver");
  }

  @TestFactory
  Stream<DynamicTest> whoDoesNotOwnTheTakenAddressGetsAnAccountOfTheirOwn() {
    return each(
        "address taken, separate",
        (provider, seen) -> {
          Person person = someone();
          signUp(person.email);
          Browser browser = browser();
          Page start = browser.get("/social/" + provider + "/start?separate=true");
          seen.add(finish(browser, start, person.form()).outcome());

          assertThat(seen).containsExactly("joined");
          assertThat(me(browser).has("email")).isFalse();
        });
  }

  @TestFactory
  Stream<DynamicTest> noIsAnAnswer() {
    return each(
        "consent denied",
        (provider, seen) -> {
          Browser browser = browser();
          Map<String, String> form = someone().form();
          form.put("decision", "deny");
          seen.add(walk(browser, provider, form).outcome());

          assertThat(seen).containsExactly("CONSENT_DENIED");
          assertThat(browser.hasCookie("__Secure-two-")).isFalse();
        });
  }

  @TestFactory
  Stream<DynamicTest> faultsOfAProviderAreToldAndNothingIsDoneTwice() {
    return PROVIDERS.stream()
        .flatMap(
            provider ->
                FAULTS.stream()
                    .map(
                        fault ->
                            DynamicTest.dynamicTest(
                                provider + " " + fault.fault, () -> misbehaves(provider, fault))));
  }

  private void misbehaves(String provider, Case fault) throws Exception {
    world.behave(provider);
    world.forgetAttempts();
    world.misbehave(provider, fault.fault);
    Browser browser = browser();
    String outcome = walk(browser, provider, someone().form()).outcome();
    observe(provider, fault.fault, outcome);

    assertThat(outcome).isEqualTo(fault.outcome);
    assertThat(world.desk(provider).path("asked").path("TOKEN").asInt()).isEqualTo(1);
    assertThat(world.desk(provider).path("trapped").asInt()).isZero();
    assertThat(browser.hasCookie("__Secure-two-refresh")).isEqualTo(outcome.equals("joined"));
    world.behave(provider);
  }

  @Test
  void anIdTokenOfAnotherLogInIsRefused() throws Exception {
    world.misbehave("kakao", "token/wrong-nonce");
    String outcome = walk(browser(), "kakao", someone().form()).outcome();
    observe("kakao", "wrong nonce", outcome);

    assertThat(outcome).isEqualTo("PROVIDER_ODD");
  }

  @TestFactory
  Stream<DynamicTest> aStateIsGoodOnceAndInItsBrowserOnly() {
    return each(
        "state: made up, other browser, other provider, right, again",
        (provider, seen) -> {
          Browser browser = browser();
          String callback = "/social/" + provider + "/callback";
          seen.add(browser.get(callback + "?code=x&state=made-up-state").outcome());
          Page consent = consent(browser, browser.get(start(provider)), someone().form());
          seen.add(browser().get(consent.location()).outcome());
          String other = provider.equals("kakao") ? "naver" : "kakao";
          seen.add(
              browser
                  .get(consent.location().replace("/" + provider + "/", "/" + other + "/"))
                  .outcome());
          seen.add(browser.get(consent.location()).outcome());
          seen.add(browser.get(consent.location()).outcome());

          assertThat(seen)
              .containsExactly(
                  "WRONG_STATE", "WRONG_STATE", "WRONG_STATE", "joined", "WRONG_STATE");
        });
  }

  @TestFactory
  Stream<DynamicTest> aCodeIsGoodOnce() {
    return each(
        "code replayed",
        (provider, seen) -> {
          Browser browser = browser();
          Page first = consent(browser, browser.get(start(provider)), someone().form());
          String code = first.sends("code").orElseThrow();
          browser.get(first.location());
          String state = browser.get(start(provider)).sends("state").orElseThrow();
          seen.add(
              browser
                  .get("/social/" + provider + "/callback?code=" + code + "&state=" + state)
                  .outcome());

          assertThat(seen).containsExactly("CODE_REFUSED");
        });
  }

  @TestFactory
  Stream<DynamicTest> anAttemptExpires() {
    return each(
        "too late",
        (provider, seen) -> {
          Browser browser = browser();
          Page consent = consent(browser, browser.get(start(provider)), someone().form());
          world.run("update social_attempts set expires_at = now() - interval '1 second'");
          seen.add(browser.get(consent.location()).outcome());

          assertThat(seen).containsExactly("WRONG_STATE");
        });
  }

  @TestFactory
  Stream<DynamicTest> nobodyIsSentToAnotherSite() {
    return each(
        "returnTo",
        (provider, seen) -> {
          Person person = someone();
          for (String wanted :
              List.of(
                  "/?x=1#/title/7",
                  "https://evil.example/",
                  "//evil.example",
                  "/\\evil.example",
                  "/%09/evil.example",
                  "javascript:alert(1)",
                  "/\t/evil.example")) {
            Browser browser = browser();
            Page start =
                browser.get(start(provider) + "?" + Browser.encode(Map.of("returnTo", wanted)));
            seen.add(finish(browser, start, person.form()).location());
          }

          String query = "social=returned&provider=" + provider;
          String home = "/?" + query;
          assertThat(seen.get(0))
              .isEqualTo("/?x=1&social=joined&provider=" + provider + "#/title/7");
          assertThat(seen.subList(1, 7))
              .containsExactly(home, home, home, "/%09/evil.example?" + query, home, home);
        });
  }

  @TestFactory
  Stream<DynamicTest> aWayInIsAddedAndRemovedButNeverTheLast() {
    return each(
        "link, again, remove, last",
        (provider, seen) -> {
          Person person = someone();
          String token = signUp(someone().email);
          Browser browser = browser();
          seen.add(link(browser, provider, person, token).outcome());
          seen.add(link(browser, provider, someone(), token).outcome());
          JsonNode ways = browser.call("GET", "/me/identities", null, token).json();
          int before = world.desk(provider).path("connected").size();
          seen.add("" + browser.call("DELETE", "/me/identities/" + provider, null, token).status());
          JsonNode after = browser.call("GET", "/me/identities", null, token).json();
          seen.add(walk(browser, provider, person.form()).outcome());
          String only = token(browser);
          Page last = browser.call("DELETE", "/me/identities/" + provider, null, only);
          seen.add(last.json().path("error").path("code").asText());

          assertThat(seen)
              .containsExactly("linked", "ALREADY_LINKED", "204", "joined", "LAST_WAY_IN");
          assertThat(last.status()).isEqualTo(409);
          assertThat(ways.path("password").asBoolean()).isTrue();
          assertThat(ways.path("identities").get(0).path("provider").asText()).isEqualTo(provider);
          assertThat(after.path("identities")).isEmpty();
          // Ended at the provider, and made again by the last log-in.
          assertThat(world.desk(provider).path("connected").size()).isEqualTo(before);
          assertThat(world.desk(provider).path("asked").path("UNLINK").asInt())
              .isGreaterThanOrEqualTo(1);
        });
  }

  @TestFactory
  Stream<DynamicTest> anIdentityOpensOneAccount() {
    return each(
        "link another's",
        (provider, seen) -> {
          Person person = someone();
          walk(browser(), provider, person.form());
          seen.add(link(browser(), provider, person, signUp(someone().email)).outcome());

          assertThat(seen).containsExactly("IDENTITY_TAKEN");
        });
  }

  @TestFactory
  Stream<DynamicTest> aConnectionThatCannotBeEndedIsEndedLater() {
    return each(
        "provider down at removal, waiting, later",
        (provider, seen) -> {
          world.run("delete from social_unlinks");
          Person person = someone();
          String token = signUp(someone().email);
          Browser browser = browser();
          link(browser, provider, person, token);
          world.misbehave(provider, "unlink/error?times=2");
          seen.add("" + browser.call("DELETE", "/me/identities/" + provider, null, token).status());
          seen.add("" + world.count("social_unlinks"));
          boolean connected = isConnected(provider, person);
          world.run("update social_unlinks set next_at = now() - interval '1 second'");
          seen.add(world.unlinkRun().toString());

          assertThat(seen).containsExactly("204", "1", "{\"tried\":1,\"ended\":1}");
          assertThat(connected).isTrue();
          assertThat(isConnected(provider, person)).isFalse();
          assertThat(world.count("social_unlinks")).isZero();
        });
  }

  @Test
  void facebooksRequestToForgetIsFollowed() throws Exception {
    Person only = someone();
    Browser browser = browser();
    walk(browser, "facebook", only.form());
    Person linked = someone();
    String token = signUp(someone().email);
    link(browser(), "facebook", linked, token);

    String erased = forget(only);
    String unlinked = forget(linked);
    String nothing = forget(someone());

    assertThat(erased).contains("페이스북으로만 열리던 계정과 개인정보를 모두 삭제했습니다");
    assertThat(unlinked).contains("다른 방법으로 만든 계정은 그대로 있습니다");
    assertThat(nothing).contains("Nothing from Facebook was stored");
    assertThat(browser.call("POST", "/sessions/refresh", null, null).status()).isEqualTo(401);
    assertThat(browser().call("GET", "/me", null, token).status()).isEqualTo(200);
    assertThat(walk(browser(), "facebook", only.form()).outcome()).isEqualTo("joined");
  }

  @Test
  void aRequestToForgetThatFacebookDidNotSignIsRefused() throws Exception {
    String signed = signedRequest(someone());
    String payload = signed.substring(signed.indexOf('.') + 1);

    for (String forged :
        List.of("", "x", "." + payload, "AAAA." + payload, signed + "x", payload + "." + payload)) {
      Page page = browser().post("/social/facebook/deletion", Map.of("signed_request", forged));
      assertThat(page.status()).as(forged).isEqualTo(403);
    }
    assertThat(browser().get("/social/facebook/deletion/0123456789abcdef").status()).isEqualTo(404);
  }

  private String forget(Person person) throws Exception {
    Page answer =
        browser()
            .post("/social/facebook/deletion", Map.of("signed_request", signedRequest(person)));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("confirmation_code").asText()).matches("[0-9a-f]{32}");
    return browser().get(answer.json().path("url").asText()).body();
  }

  private String signedRequest(Person person) throws Exception {
    return new Browser(world.standIns())
        .get("/_local/standins/facebook/signed-request?" + Browser.encode(person.form()))
        .json()
        .path("signed_request")
        .asText();
  }

  private boolean isConnected(String provider, Person person) throws Exception {
    for (JsonNode key : world.desk(provider).path("connected")) {
      if (key.asText().endsWith(person.name)) {
        return true;
      }
    }
    return false;
  }

  private Page link(Browser browser, String provider, Person person, String token)
      throws Exception {
    Page begun = browser.call("POST", "/me/identities/" + provider, PROOF, token);
    assertThat(begun.status()).isEqualTo(200);
    String consentAddress = begun.json().path("authorizeUrl").asText();
    return finish(browser, new Page(302, consentAddress, ""), person.form());
  }

  /** From the button to the site again. */
  private Page walk(Browser browser, String provider, Map<String, String> form) throws Exception {
    return finish(browser, browser.get(start(provider)), form);
  }

  private static Page finish(Browser browser, Page start, Map<String, String> form)
      throws Exception {
    return browser.get(consent(browser, start, form).location());
  }

  private static Page consent(Browser browser, Page start, Map<String, String> form)
      throws Exception {
    assertThat(start.status()).as(start.body()).isEqualTo(302);
    assertThat(browser.get(start.location()).body()).contains("누구로?");
    return browser.post(start.location(), form);
  }

  private static String start(String provider) {
    return "/social/" + provider + "/start";
  }

  private JsonNode me(Browser browser) throws Exception {
    return browser.call("GET", "/me", null, token(browser)).json();
  }

  private static String token(Browser browser) throws Exception {
    Page session = browser.call("POST", "/sessions/refresh", null, null);
    assertThat(session.status()).as(session.body()).isEqualTo(200);
    return session.json().path("accessToken").asText();
  }

  private String signUp(String email) throws Exception {
    Page page =
        browser()
            .call(
                "POST",
                "/accounts",
                Map.of("email", email, "password", PASSWORD, "nickname", "계정 " + people++),
                null);
    assertThat(page.status()).as(page.body()).isEqualTo(201);
    return page.json().path("accessToken").asText();
  }

  private Browser browser() {
    return new Browser(world.address());
  }

  private Person someone() {
    people++;
    return new Person("사람 " + people, "person" + people + "@example.com");
  }

  private Stream<DynamicTest> each(String title, Scene scene) {
    return PROVIDERS.stream()
        .map(
            provider ->
                DynamicTest.dynamicTest(
                    provider,
                    () -> {
                      world.forgetAttempts();
                      List<String> seen = new ArrayList<>();
                      try {
                        scene.play(provider, seen);
                      } finally {
                        observe(provider, title, String.join(", ", seen));
                      }
                    }));
  }

  private void observe(String provider, String title, String outcome) {
    observed.computeIfAbsent(title, any -> new TreeMap<>()).put(provider, outcome);
  }

  private String table() {
    StringBuilder text =
        new StringBuilder(
            "social log-in, " + (isolated ? "isolated functions" : "functions in process") + "\n");
    observed.forEach(
        (title, outcomes) -> {
          text.append(title).append('\n');
          PROVIDERS.stream()
              .filter(outcomes::containsKey)
              .forEach(
                  provider ->
                      text.append(
                          String.format("    %-9s %s%n", provider, outcomes.get(provider))));
        });
    return text.toString();
  }

  /** Somebody with an account at every provider. */
  record Person(String name, String email) {
    /** The consent page as they fill it in. */
    Map<String, String> form() {
      Map<String, String> form = new HashMap<>();
      form.put("person", "other");
      form.put("name", name);
      form.put("email", email);
      form.put("emailProven", "on");
      form.put("shareEmail", "on");
      form.put("decision", "agree");
      return form;
    }
  }

  /** A fault and how the log-in ends. */
  record Case(String fault, String outcome) {}

  /** What happens at one provider; notes what was seen. */
  interface Scene {
    void play(String provider, List<String> seen) throws Exception;
  }
}
