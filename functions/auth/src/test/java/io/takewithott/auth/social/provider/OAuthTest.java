package io.takewithott.auth.social.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.auth.social.provider.ScriptedProvider.Asked;
import io.takewithott.core.lambda.Budget;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each provider's requests, to the letter. */
class OAuthTest {
  /** RFC 7636, appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private static final Registration APP = new Registration("app", "secret", "admin");

  private final ScriptedProvider provider = new ScriptedProvider();
  private final OAuth oauth =
      new OAuth(
          new ProviderHttp(
              Optional.of(provider.address()),
              Duration.ofSeconds(2),
              new Budget(Clock.systemUTC(), Duration.ofSeconds(20))));

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void consentIsAskedForInEachProvidersWords() {
    OAuth real =
        new OAuth(
            new ProviderHttp(
                Optional.empty(),
                Duration.ofSeconds(2),
                new Budget(Clock.systemUTC(), Duration.ofSeconds(20))));

    assertThat(real.authorizeUrl(Providers.KAKAO, APP, asking("kakao")))
        .hasToString(
            "https://kauth.kakao.com/oauth/authorize?client_id=app&nonce=no&redirect_uri="
                + "https%3A%2F%2Ftwo.example%2Fsocial%2Fkakao%2Fcallback&response_type=code&state=st");
    assertThat(real.authorizeUrl(Providers.NAVER, APP, asking("naver")))
        .hasToString(
            "https://nid.naver.com/oauth2.0/authorize?client_id=app&redirect_uri="
                + "https%3A%2F%2Ftwo.example%2Fsocial%2Fnaver%2Fcallback&response_type=code&state=st");
    assertThat(real.authorizeUrl(Providers.FACEBOOK, APP, asking("facebook")))
        .hasToString(
            "https://www.facebook.com/v23.0/dialog/oauth?client_id=app&code_challenge="
                + CHALLENGE
                + "&code_challenge_method=S256&nonce=no&redirect_uri="
                + "https%3A%2F%2Ftwo.example%2Fsocial%2Ffacebook%2Fcallback&response_type=code"
                + "&scope=email%2Cpublic_profile&state=st");
  }

  @Test
  void kakaosCodeIsPostedAndItsTokenIsABearer() {
    provider
        .then(200, "{\"token_type\":\"bearer\",\"access_token\":\"at\",\"expires_in\":21599}")
        .then(200, "{\"id\":7}");

    Visitor visitor = oauth.visitor(Providers.KAKAO, APP, asking("kakao"), "c");

    assertThat(visitor).isEqualTo(new Visitor(new Profile("7", null, false, null), null));
    assertThat(provider.asked())
        .containsExactly(
            new Asked(
                "POST /kauth.kakao.com/oauth/token",
                "client_id=app&client_secret=secret&code=c&grant_type=authorization_code"
                    + "&redirect_uri=https%3A%2F%2Ftwo.example%2Fsocial%2Fkakao%2Fcallback",
                ""),
            new Asked("GET /kapi.kakao.com/v2/user/me", "", "Bearer at"));
  }

  @Test
  void naversExpiryMayBeTextAndItsRefreshTokenIsKept() {
    provider
        .then(
            200,
            "{\"access_token\":\"at\",\"refresh_token\":\"rt\",\"token_type\":\"bearer\",\"expires_in\":\"3600\"}")
        .then(200, "{\"resultcode\":\"00\",\"message\":\"success\",\"response\":{\"id\":\"x\"}}");

    Visitor visitor = oauth.visitor(Providers.NAVER, APP, asking("naver"), "c");

    assertThat(visitor.grant()).isEqualTo("rt");
    assertThat(provider.asked())
        .containsExactly(
            new Asked(
                "POST /nid.naver.com/oauth2.0/token",
                "client_id=app&client_secret=secret&code=c&grant_type=authorization_code"
                    + "&redirect_uri=https%3A%2F%2Ftwo.example%2Fsocial%2Fnaver%2Fcallback&state=st",
                ""),
            new Asked("GET /openapi.naver.com/v1/nid/me", "", "Bearer at"));
  }

  @Test
  void facebookSeesTheVerifierAndAProofOfTheSecret() {
    provider
        .then(200, "{\"access_token\":\"at\",\"token_type\":\"bearer\",\"expires_in\":5183944}")
        .then(200, "{\"id\":\"17\",\"name\":\"H\"}");

    oauth.visitor(Providers.FACEBOOK, APP, asking("facebook"), "c");

    assertThat(provider.asked())
        .containsExactly(
            new Asked(
                "POST /graph.facebook.com/v23.0/oauth/access_token",
                "client_id=app&client_secret=secret&code=c&code_verifier="
                    + VERIFIER
                    + "&grant_type=authorization_code"
                    + "&redirect_uri=https%3A%2F%2Ftwo.example%2Fsocial%2Ffacebook%2Fcallback",
                ""),
            new Asked(
                // HMAC-SHA256 of "at" with the key "secret".
                "GET /graph.facebook.com/v23.0/me?appsecret_proof="
                    + "71d6183b3a7d28dab38dc8d16d1ece5a9b4d8ea9d6f1a13e2f3f703624fc324f"
                    + "&fields=id%2Cname%2Cemail",
                "", "Bearer at"));
  }

  @Test
  void connectionsAreEndedInEachProvidersWay() {
    provider.then(200, "{\"id\":7}");
    assertThat(oauth.unlink(Providers.KAKAO, APP, "7", null)).isTrue();
    provider
        .then(200, "{\"access_token\":\"new\",\"token_type\":\"bearer\",\"expires_in\":\"3600\"}")
        .then(200, "{\"access_token\":\"new\",\"result\":\"success\"}");
    assertThat(oauth.unlink(Providers.NAVER, APP, "x", "rt")).isTrue();
    provider.then(200, "{\"success\":true}");
    assertThat(oauth.unlink(Providers.FACEBOOK, APP, "17", null)).isTrue();

    assertThat(provider.asked())
        .containsExactly(
            new Asked(
                "POST /kapi.kakao.com/v1/user/unlink",
                "target_id=7&target_id_type=user_id",
                "KakaoAK admin"),
            new Asked(
                "POST /nid.naver.com/oauth2.0/token",
                "client_id=app&client_secret=secret&grant_type=refresh_token&refresh_token=rt",
                ""),
            new Asked(
                "POST /nid.naver.com/oauth2.0/token",
                "access_token=new&client_id=app&client_secret=secret&grant_type=delete"
                    + "&service_provider=NAVER",
                ""),
            new Asked(
                "DELETE /graph.facebook.com/v23.0/17/permissions?appsecret_proof="
                    + "8f0f4cf50a99f585e3b83103eab576f64a4dafb3f7b28620c807a26bf0a9ac23",
                "",
                "Bearer app|secret"));
  }

  @Test
  void withoutWhatItTakesNoProviderIsAsked() {
    Registration bare = new Registration("app", "secret", null);

    assertThat(oauth.unlink(Providers.KAKAO, bare, "7", null)).isFalse();
    assertThat(oauth.unlink(Providers.NAVER, bare, "x", null)).isFalse();
    assertThat(provider.asked()).isEmpty();
  }

  @Test
  void anIdTokenOfAnotherLogInOrClientIsRefused() {
    for (String claims :
        new String[] {
          "{\"aud\":\"app\",\"nonce\":\"other\"}", "{\"aud\":\"other\",\"nonce\":\"no\"}", "{}"
        }) {
      provider.then(200, "{\"access_token\":\"at\",\"id_token\":\"" + idToken(claims) + "\"}");
      assertThatThrownBy(() -> oauth.visitor(Providers.KAKAO, APP, asking("kakao"), "c"))
          .isInstanceOf(ProviderException.class)
          .hasMessage("The ID token is for another client or log-in");
    }
    provider
        .then(
            200,
            "{\"access_token\":\"at\",\"id_token\":\""
                + idToken("{\"aud\":\"app\",\"nonce\":\"no\"}")
                + "\"}")
        .then(200, "{\"id\":7}");
    oauth.visitor(Providers.KAKAO, APP, asking("kakao"), "c");
  }

  @Test
  void aTokenThatIsNoneIsNotSentOn() {
    for (String token : new String[] {"null", "\"\"", "7", "\"a\\r\\nx: y\"", "{}"}) {
      provider.then(200, "{\"access_token\":" + token + "}");
      assertThatThrownBy(() -> oauth.visitor(Providers.KAKAO, APP, asking("kakao"), "c"))
          .hasMessage("The answer holds no access token");
    }
  }

  @Test
  void nothingSecretIsPrinted() {
    assertThat(APP.toString() + asking("kakao") + new Tokens("at", "rt", "it"))
        .isEqualTo("Registration[…]Authorization[…]Tokens[…]");
  }

  private static Authorization asking(String provider) {
    return new Authorization(
        "st", "no", VERIFIER, "https://two.example/social/" + provider + "/callback");
  }

  private static String idToken(String claims) {
    return "e30."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".AAAA";
  }
}
