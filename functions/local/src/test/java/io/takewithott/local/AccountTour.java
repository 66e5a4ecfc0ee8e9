package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.local.Browser.Page;
import io.takewithott.local.RunningWorld.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Through the routes of accounts: from signing up to leaving. */
final class AccountTour {
  private final RouteTour tour;

  AccountTour(RouteTour tour) {
    this.tour = tour;
  }

  void run() throws Exception {
    Member mina = tour.world().join("mina");
    sessions(mina);
    mails(mina);
    profile(mina);
    follows(mina);
    social();
    leave();
  }

  private void sessions(Member mina) throws Exception {
    tour.get("/accounts/availability?nickname=nobody-yet", null);
    tour.get("/.well-known/jwks.json", null);
    tour.get("/me", mina);
    Browser browser = new Browser(tour.world().address("/"));
    Map<String, String> logIn = Map.of("email", mina.email(), "password", RouteTour.PASSWORD);
    browser.call("POST", "/sessions", logIn, null);
    assertThat(browser.call("POST", "/sessions/refresh", null, null).status()).isEqualTo(200);
    assertThat(browser.call("DELETE", "/sessions/current", null, null).status()).isEqualTo(204);
    Map<String, String> inBody = new HashMap<>(logIn);
    inBody.put("refreshIn", "body");
    JsonNode app = tour.ask(200, "POST", "/sessions", inBody, (String) null);
    tour.ask(
        200,
        "POST",
        "/sessions/refresh",
        Map.of("refreshToken", app.path("refreshToken").asText()),
        (String) null);
    tour.get("/me/sessions", mina);
    tour.get("/me/security-events", mina);
    tour.ask(204, "DELETE", "/me/sessions/" + tour.logIn(mina).sessionId(), null, mina);
    Member again = tour.logIn(mina);
    tour.ask(
        204,
        "PUT",
        "/me/password",
        Map.of("current", RouteTour.PASSWORD, "password", RouteTour.PASSWORD),
        again);
    tour.ask(204, "DELETE", "/me/sessions", null, again);
  }

  private void mails(Member mina) throws Exception {
    Member member = tour.logIn(mina);
    tour.ask(204, "POST", "/me/email-verification", null, member);
    open("/email-verifications", mina.email(), "verify");
    tour.ask(202, "POST", "/me/email", to("not-" + mina.email()), member);
    open("/email-changes/stop", mina.email(), "stop-email-change");
    member = tour.logIn(mina);
    String next = "next-" + mina.email();
    tour.ask(202, "POST", "/me/email", to(next), member);
    open("/email-changes/complete", next, "change-email");
    tour.ask(202, "POST", "/password-resets", Map.of("email", next), (String) null);
    tour.ask(
        204,
        "POST",
        "/password-resets/complete",
        Map.of("token", tour.linkTo(next, "reset"), "password", RouteTour.PASSWORD),
        (String) null);
  }

  private static Map<String, String> to(String email) {
    return Map.of("email", email, "password", RouteTour.PASSWORD);
  }

  private void open(String path, String email, String page) throws Exception {
    tour.ask(204, "POST", path, Map.of("token", tour.linkTo(email, page)), (String) null);
  }

  private void profile(Member mina) throws Exception {
    Member member = tour.world().join("face");
    tour.get("/me/profile", member);
    tour.ask(
        200,
        "PATCH",
        "/me/profile",
        Map.of("bio", "영화 좋아해요", "ageBand", "19-29", "autoplay", false),
        member);
    tour.get("/users/" + member.userId() + "/picture", null);
    JsonNode picture =
        tour.ask(
                200,
                "POST",
                "/me/photo",
                Map.of("upload", tour.upload("/me/photo/uploads", member)),
                member)
            .path("picture");
    tour.get(picture.path("small").asText(), null);
    tour.ask(302, "GET", "/users/" + member.userId() + "/picture", null, (String) null);
    tour.ask(204, "DELETE", "/me/photo", null, member);
    tour.ask(404, "GET", picture.path("small").asText(), null, (String) null);
    tour.get("/users/" + member.userId(), null);
    tour.get("/users/" + mina.userId(), member);
  }

  private void follows(Member mina) throws Exception {
    Member fan = tour.world().join("fan");
    Member shy = tour.world().join("shy");
    tour.ask(200, "PATCH", "/me/profile", Map.of("visibility", "private"), shy);
    tour.ask(200, "PUT", "/me/following/" + mina.userId(), null, fan);
    tour.ask(200, "PUT", "/me/following/" + shy.userId(), null, fan);
    tour.get("/me/following", fan);
    tour.get("/me/follow-requests", shy);
    tour.ask(204, "PUT", "/me/followers/" + fan.userId(), null, shy);
    tour.get("/me/followers", shy);
    tour.ask(204, "DELETE", "/me/followers/" + fan.userId(), null, shy);
    tour.ask(204, "DELETE", "/me/following/" + mina.userId(), null, fan);
  }

  private void social() throws Exception {
    tour.get("/social/providers", null);
    Browser browser = new Browser(tour.world().address("/"));
    walk(browser, "kakao", form("사회인", "social@example.com"));
    String token =
        browser.call("POST", "/sessions/refresh", null, null).json().path("accessToken").asText();
    tour.ask(200, "GET", "/me/identities", null, token);
    Page begun = browser.call("POST", "/me/identities/naver", null, token);
    assertThat(begun.status()).isEqualTo(200);
    agree(browser, begun.json().path("authorizeUrl").asText(), form("사회인", "s@example.com"));
    assertThat(browser.call("DELETE", "/me/identities/naver", null, token).status()).isEqualTo(204);

    // Somebody whose address is taken links what waits.
    Member owner = tour.world().join("owner");
    Browser theirs = new Browser(tour.world().address("/"));
    walk(theirs, "kakao", form("주인", owner.email()));
    assertThat(
            theirs
                .call(
                    "PUT",
                    "/me/identities/kakao",
                    Map.of("password", RouteTour.PASSWORD),
                    owner.token())
                .status())
        .isEqualTo(200);

    Browser facebook = new Browser(tour.world().address("/"));
    Map<String, String> person = form("페이스", "face@example.com");
    walk(facebook, "facebook", person);
    String signed =
        new Browser(tour.standIns())
            .get("/_local/standins/facebook/signed-request?" + Browser.encode(person))
            .json()
            .path("signed_request")
            .asText();
    Page deleted = facebook.post("/social/facebook/deletion", Map.of("signed_request", signed));
    assertThat(deleted.status()).isEqualTo(200);
    assertThat(facebook.get(deleted.json().path("url").asText()).status()).isEqualTo(200);
  }

  private void walk(Browser browser, String provider, Map<String, String> form) throws Exception {
    agree(browser, browser.get("/social/" + provider + "/start").location(), form);
  }

  private static void agree(Browser browser, String consent, Map<String, String> form)
      throws Exception {
    assertThat(browser.get(browser.post(consent, form).location()).status()).isEqualTo(302);
  }

  private static Map<String, String> form(String name, String email) {
    return Map.of(
        "person", "other",
        "name", name,
        "email", email,
        "emailProven", "on",
        "shareEmail", "on",
        "decision", "agree");
  }

  private void leave() throws Exception {
    Member leaver = tour.world().join("leaver");
    List<Integer> titles = List.of(1001, 2001, 3001);
    tour.ask(200, "PUT", "/me/picks", Map.of("titleIds", titles), leaver);
    tour.get("/me/export", leaver);
    tour.ask(
        204, "DELETE", "/me", Map.of("password", RouteTour.PASSWORD, "ratings", "erase"), leaver);
  }
}
