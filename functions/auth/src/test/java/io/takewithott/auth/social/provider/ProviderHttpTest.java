package io.takewithott.auth.social.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.auth.social.provider.ProviderException.Reason;
import io.takewithott.auth.social.provider.ProviderRequest.Method;
import io.takewithott.core.lambda.Budget;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that nobody should believe, and how often they are asked for. */
class ProviderHttpTest {
  private static final ProviderRequest REQUEST =
      new ProviderRequest(
          Method.POST,
          "https://kauth.kakao.com/oauth/token",
          Map.of("code", "c&d", "client_secret", "geheim"),
          "");

  private final ScriptedProvider provider = new ScriptedProvider();
  private final Budget budget = new Budget(Clock.systemUTC(), Duration.ofSeconds(20));
  private final ProviderHttp http =
      new ProviderHttp(Optional.of(provider.address()), Duration.ofSeconds(2), budget);

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void anObjectIsAnAnswer() {
    provider.then(200, "{\"access_token\":\"t\"}");

    JsonNode answer = http.once(REQUEST);

    assertThat(answer.path("access_token").asText()).isEqualTo("t");
    assertThat(provider.asked())
        .containsExactly(
            new ScriptedProvider.Asked(
                "POST /kauth.kakao.com/oauth/token", "client_secret=geheim&code=c%26d", ""));
  }

  @Test
  void whatIsNoAnswerIsNotBelieved() {
    assertFailure(
        200, "{\"access_token\":\"t", Reason.ODD, "It answered HTTP 200 with no JSON object");
    assertFailure(200, "[]", Reason.ODD, "It answered HTTP 200 with no JSON object");
    assertFailure(200, "", Reason.ODD, "It answered HTTP 200 with no JSON object");
    assertFailure(302, "{}", Reason.ODD, "It answered HTTP 302 with no JSON object");
    assertFailure(204, "", Reason.ODD, "It answered HTTP 204 with no JSON object");
    assertFailure(
        200,
        "{\"x\":\"" + "x".repeat(70_000) + "\"}",
        Reason.ODD,
        "The answer is longer than 65536 bytes");
    assertFailure(500, "<html>", Reason.DOWN, "It answered with HTTP 500");
    assertFailure(429, "{}", Reason.DOWN, "It answered with HTTP 429");
  }

  @Test
  void refusalsAreToldByTheirCodesAloneForDescriptionsQuoteWhatWasSent() {
    assertFailure(
        400,
        "{\"error\":\"invalid_grant\",\"error_description\":\"authorization code not found for code=c&d\",\"error_code\":\"KOE320\"}",
        Reason.REFUSED,
        "It said no: HTTP 400, KOE320");
    assertFailure(
        200,
        "{\"error\":\"invalid_request\",\"error_description\":\"no valid data in session\"}",
        Reason.REFUSED,
        "It said no: HTTP 200, invalid_request");
    assertFailure(
        400,
        "{\"error\":{\"message\":\"code c&d has been used\",\"type\":\"OAuthException\",\"code\":100}}",
        Reason.REFUSED,
        "It said no: HTTP 400, 100");
    assertFailure(400, "{\"error\":\"geheim <b>\"}", Reason.REFUSED, "It said no: HTTP 400, ?");
    assertFailure(
        401,
        "{\"error\":\"invalid_client\"}",
        Reason.BARRED,
        "It said no: HTTP 401, invalid_client");
    assertFailure(
        400,
        "{\"error\":{\"code\":2,\"is_transient\":true}}",
        Reason.DOWN,
        "It said no: HTTP 400, 2");
  }

  @Test
  void aLateAnswerIsNotWaitedForAndNotAskedForTwice() {
    provider.then(ScriptedProvider::drip);

    assertFailure(http::once, Reason.DOWN, "No answer came in time");
    assertThat(provider.asked()).hasSize(1);
  }

  @Test
  void onlyWhatDoesNoHarmIsAskedTwice() {
    provider.then(503, "").then(200, "{\"id\":1}");
    assertThat(http.repeatable(REQUEST).path("id").asInt()).isEqualTo(1);
    assertThat(provider.asked()).hasSize(2);

    provider.then(503, "").then(200, "{}");
    assertFailure(http::once, Reason.DOWN, "It answered with HTTP 503");
    assertThat(provider.asked()).hasSize(3);
  }

  @Test
  void whatWillNotChangeIsNotAskedTwice() {
    provider.then(400, "{}");

    assertFailure(http::repeatable, Reason.REFUSED, "It said no: HTTP 400");
    assertThat(provider.asked()).hasSize(1);
  }

  @Test
  void nobodyThereIsDown() {
    provider.close();

    assertFailure(http::once, Reason.DOWN, "The connection failed");
  }

  @Test
  void aRequestThatIsAlmostOverAsksNobody() {
    budget.begin(Duration.ofSeconds(4));

    assertFailure(http::once, Reason.DOWN, "No time is left in this request to ask a provider");
    assertThat(provider.asked()).isEmpty();
  }

  @Test
  void withoutAStandInTheTablesOwnAddressesAreMeant() {
    ProviderHttp real = new ProviderHttp(Optional.empty(), Duration.ofSeconds(1), budget);

    for (Provider one : Providers.ALL) {
      for (String url : new String[] {one.authorizeUrl(), one.tokenUrl(), one.profileUrl()}) {
        assertThat(real.address(url)).isEqualTo(URI.create(url)).hasScheme("https");
      }
    }
  }

  private void assertFailure(int status, String body, Reason reason, String message) {
    provider.then(status, body);
    assertFailure(http::once, reason, message);
  }

  private static void assertFailure(
      Function<ProviderRequest, JsonNode> way, Reason reason, String message) {
    assertThatThrownBy(() -> way.apply(REQUEST))
        .isInstanceOf(ProviderException.class)
        .hasMessage(message)
        .extracting(failure -> ((ProviderException) failure).reason())
        .isEqualTo(reason);
  }
}
