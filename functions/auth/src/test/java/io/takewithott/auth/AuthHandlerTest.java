package io.takewithott.auth;

import static io.takewithott.testing.Invocations.body;
import static io.takewithott.testing.Invocations.context;
import static io.takewithott.testing.Invocations.invoke;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.Environment;
import io.takewithott.testing.EventFiles;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The three handlers of this module together, each fed with its event files. */
class AuthHandlerTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private static AuthHandler auth;
  private static AuthorizerHandler authorizer;
  private static Environment environment;

  @BeforeAll
  static void makeKeys() {
    String secret = ENDPOINTS.secret("token-keys", "{}");
    Map<String, String> verifying = new HashMap<>(ENDPOINTS.environment());
    verifying.put("TWO_TOKEN_KEYS_SECRET", secret);
    TokenKeysHandler keys = new TokenKeysHandler(Environment.of(verifying));
    CloudFormationCustomResourceEvent create =
        CloudFormationCustomResourceEvent.builder().withRequestType("Create").build();
    assertThat(keys.handleRequest(create, context())).isEqualTo(Map.of("made", "true"));
    assertThat(keys.handleRequest(create, context())).isEqualTo(Map.of("made", "false"));

    Map<String, String> serving = new HashMap<>(verifying);
    serving.putAll(DATABASE.environment());
    serving.put("TWO_MAIL_QUEUE_URL", ENDPOINTS.mailQueueUrl());
    serving.put("TWO_TASTE_QUEUE_URL", ENDPOINTS.queueUrl());
    serving.put("TWO_BUCKET", TestEndpoints.BUCKET);
    environment = Environment.of(serving);
    auth = new AuthHandler(environment);
    authorizer = new AuthorizerHandler(Environment.of(verifying));
  }

  @Test
  void aNewMembersTokenIsGoodForTheAuthorizer() {
    JsonNode response = invoke(auth, EventFiles.read("auth/sign-up"));
    JsonNode session = body(response);

    assertThat(response.path("statusCode").asInt()).isEqualTo(201);
    assertThat(decide(session.path("accessToken").asText()))
        .hasToString(
            "{\"isAuthorized\":true,\"context\":{\"userId\":\"%d\",\"sessionId\":\"%s\"}}"
                .formatted(session.path("userId").asLong(), session.path("sessionId").asText()));
    assertThat(session.has("refreshToken")).isFalse();
    assertThat(response.path("cookies").get(0).asText())
        .matches(
            "__Secure-two-refresh=[A-Za-z0-9_-]{43}; Max-Age=2592000; Path=/sessions; Secure; HttpOnly; SameSite=Strict");
  }

  /** What fails there is only logged, and would never be loaded before a snapshot. */
  @Test
  void primingGoesThroughAndLeavesNothingBehind() {
    int before = DATABASE.calls();

    AuthWiring.http(environment, Clock.systemUTC()).warmUp().run();

    assertThat(DATABASE.calls() - before).isEqualTo(1);
    assertThat(ENDPOINTS.objects().keys("photos/", 10)).isEmpty();
  }

  @Test
  void theRightPasswordOpensAndNothingElseDoes() {
    signUp("jun@example.com");

    JsonNode right = invoke(auth, logIn("JUN@example.com", "correct horse battery"));
    JsonNode wrong = invoke(auth, logIn("jun@example.com", "correct horse batterz"));
    JsonNode nobody = invoke(auth, logIn("nobody@example.com", "correct horse battery"));

    assertThat(right.path("statusCode").asInt()).isEqualTo(200);
    assertThat(wrong.path("statusCode").asInt()).isEqualTo(401);
    assertThat(body(wrong).path("error").path("message").asText())
        .isEqualTo("The e-mail address or the password is wrong")
        .isEqualTo(body(nobody).path("error").path("message").asText());
  }

  @Test
  void anAddressThatIsTakenIsSaidSo() {
    signUp("taken@example.com");

    JsonNode again = signUp("Taken@Example.com");

    assertThat(again.path("statusCode").asInt()).isEqualTo(409);
    assertThat(body(again).path("error").path("code").asText()).isEqualTo("EMAIL_TAKEN");
  }

  @Test
  void tokensThatAreNotOursAreRefused() {
    String token = body(signUp("token@example.com")).path("accessToken").asText();
    String[] parts = token.split("\\.");
    String otherUser =
        base64("{\"iss\":\"takewithott\",\"sub\":\"1\",\"sid\":\"s\",\"exp\":4102444800}");
    String none = base64("{\"alg\":\"none\"}");

    assertThat(decide(token).path("isAuthorized").asBoolean()).isTrue();
    assertThat(decide(parts[0] + "." + otherUser + "." + parts[2]).path("isAuthorized").asBoolean())
        .isFalse();
    assertThat(decide(none + "." + otherUser + ".").path("isAuthorized").asBoolean()).isFalse();
    assertThat(decide("x".repeat(5000)).path("isAuthorized").asBoolean()).isFalse();
    assertThat(decide("").path("isAuthorized").asBoolean()).isFalse();
    assertThat(
            invoke(authorizer, EventFiles.read("authorizer/forged-token"))
                .path("isAuthorized")
                .asBoolean())
        .isFalse();
  }

  @Test
  void noTokenAtAllIsAVisitor() {
    assertThat(invoke(authorizer, EventFiles.read("authorizer/visitor")))
        .hasToString("{\"isAuthorized\":true,\"context\":{}}");
  }

  private static JsonNode decide(String token) {
    ObjectNode event = EventFiles.read("authorizer/forged-token");
    ((ObjectNode) event.path("headers")).put("authorization", "Bearer " + token);
    return invoke(authorizer, event);
  }

  private static JsonNode signUp(String email) {
    ObjectNode event = EventFiles.read("auth/sign-up");
    event.put(
        "body",
        event
            .path("body")
            .asText()
            .replace("mina@example.com", email)
            .replace("미나", email.replaceFirst("@.*", "")));
    return invoke(auth, event);
  }

  private static ObjectNode logIn(String email, String password) {
    ObjectNode event = EventFiles.read("auth/log-in-wrong-password");
    event.put("body", "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
    return event;
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
