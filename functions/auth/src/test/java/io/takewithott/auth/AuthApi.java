package io.takewithott.auth;

import static io.takewithott.testing.Invocations.context;
import static io.takewithott.testing.Invocations.invoke;

import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.auth.mail.MailRun.MailReport;
import io.takewithott.core.Environment;
import io.takewithott.core.json.Json;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The handlers of this module with one clock, called as API Gateway and the queue would. */
final class AuthApi {
  static final String HOST = "api.takewithott.example";
  static final String OWN_ORIGIN = "https://" + HOST;
  static final String PASSWORD = "correct horse battery";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  final ManualClock clock = new ManualClock();
  final AuthHandler auth;
  final AuthorizerHandler authorizer;
  final MailHandler mail;
  final SweepHandler sweep;
  final KeyRotationHandler rotation;
  private final TestEndpoints endpoints;

  AuthApi(TestDatabase database, TestEndpoints endpoints) {
    this(database, endpoints, Map.of());
  }

  /**
   * @param more variables of the function behind the routes
   */
  AuthApi(TestDatabase database, TestEndpoints endpoints, Map<String, String> more) {
    this.endpoints = endpoints;
    Map<String, String> keys = new HashMap<>(endpoints.environment());
    keys.put("TWO_TOKEN_KEYS_SECRET", endpoints.secret("keys-" + NUMBER.incrementAndGet(), "{}"));
    new TokenKeysHandler(Environment.of(keys))
        .handleRequest(
            CloudFormationCustomResourceEvent.builder().withRequestType("Create").build(),
            context());
    Map<String, String> serving = new HashMap<>(keys);
    serving.putAll(database.environment());
    serving.put("TWO_MAIL_QUEUE_URL", endpoints.mailQueueUrl());
    serving.put("TWO_TASTE_QUEUE_URL", endpoints.queueUrl());
    serving.put("TWO_BUCKET", TestEndpoints.BUCKET);
    serving.putAll(more);
    Map<String, String> sending = new HashMap<>(endpoints.environment());
    sending.putAll(database.environment());
    sending.put("TWO_MAIL_FROM", "no-reply@takewithott.example");
    sending.put("TWO_SITE_ADDRESS", "https://takewithott.example");
    Map<String, String> sweeping = new HashMap<>(endpoints.environment());
    sweeping.putAll(database.environment());
    sweeping.put("TWO_MAIL_QUEUE_URL", endpoints.mailQueueUrl());
    sweeping.put("TWO_BUCKET", TestEndpoints.BUCKET);
    this.auth = new AuthHandler(Environment.of(serving), clock);
    this.authorizer = new AuthorizerHandler(Environment.of(keys), clock);
    this.mail = new MailHandler(Environment.of(sending), clock);
    this.sweep = new SweepHandler(Environment.of(sweeping), clock);
    this.rotation = new KeyRotationHandler(Environment.of(keys), clock);
  }

  /** A new member, whose refresh token comes in the body. */
  Session join(String name) {
    Answer answer =
        post("/accounts")
            .body(
                Map.of(
                    "email",
                    name + "@example.com",
                    "password",
                    PASSWORD,
                    "nickname",
                    name,
                    "refreshIn",
                    "body"))
            .send();
    return session(answer);
  }

  Session logIn(String name) {
    return session(logIn(name, PASSWORD).send());
  }

  Call logIn(String name, String password) {
    return post("/sessions")
        .body(Map.of("email", name + "@example.com", "password", password, "refreshIn", "body"));
  }

  Answer refresh(String token) {
    return post("/sessions/refresh").body(Map.of("refreshToken", token)).send();
  }

  static Session session(Answer answer) {
    if (answer.status() >= 300) {
      throw new IllegalStateException(answer.toString());
    }
    return new Session(
        answer.body().path("userId").asLong(),
        answer.body().path("sessionId").asText(),
        answer.body().path("accessToken").asText(),
        answer.body().path("refreshToken").asText());
  }

  Call get(String path) {
    return new Call("GET", path);
  }

  Call post(String path) {
    return new Call("POST", path);
  }

  Call put(String path) {
    return new Call("PUT", path);
  }

  Call patch(String path) {
    return new Call("PATCH", path);
  }

  Call delete(String path) {
    return new Call("DELETE", path);
  }

  MailReport sendMails() {
    return mail.handleRequest(new SQSEvent(), context());
  }

  /** The token in the newest mail to somebody. */
  String linkIn(String name) {
    return linkTo(name + "@example.com");
  }

  String linkTo(String email) {
    String text = endpoints.mailbox().newest(email).orElseThrow().text();
    return text.replaceFirst(
        "(?s).*/#/(verify|reset|change-email|stop-email-change)/([A-Za-z0-9_-]{43})\\s.*", "$2");
  }

  record Session(long userId, String sessionId, String accessToken, String refreshToken) {}

  record Answer(int status, JsonNode body, JsonNode headers, String cookie) {
    String code() {
      return body.path("error").path("code").asText();
    }
  }

  /** A request in the making. */
  final class Call {
    private final ObjectNode event = Json.mapper().createObjectNode();
    private final ObjectNode headers;
    private final ObjectNode requestContext;
    private @Nullable String token;

    private Call(String method, String pathAndQuery) {
      String path = pathAndQuery.replaceFirst("\\?.*", "");
      event.put("version", "2.0").put("rawPath", path).put("isBase64Encoded", false);
      event.put(
          "rawQueryString",
          pathAndQuery.length() > path.length() ? pathAndQuery.substring(path.length() + 1) : "");
      headers = event.putObject("headers");
      headers.put("host", HOST).put("user-agent", "Mozilla/5.0 (X11; Linux) Firefox/130.0");
      requestContext = event.putObject("requestContext");
      requestContext.put("requestId", "r-1").put("stage", "$default");
      requestContext
          .putObject("http")
          .put("method", method)
          .put("path", path)
          .put("sourceIp", "203.0.113.7");
    }

    Call body(Object body) {
      event.put("body", Json.text(body));
      headers.put("content-type", "application/json");
      return this;
    }

    Call as(Session session) {
      token = session.accessToken();
      return this;
    }

    Call from(String address) {
      ((ObjectNode) requestContext.path("http")).put("sourceIp", address);
      return this;
    }

    Call header(String name, String value) {
      headers.put(name, value);
      return this;
    }

    Call origin(String origin) {
      headers.put("origin", origin);
      return this;
    }

    Call cookie(String cookie) {
      event.putArray("cookies").add(cookie);
      return this;
    }

    /** The answer as it is, for what is no JSON; to a visitor. */
    JsonNode response() {
      return invoke(auth, event);
    }

    /** 403 where the authorizer refuses the token, as API Gateway answers. */
    Answer send() {
      if (token != null) {
        ObjectNode asked = event.deepCopy();
        ((ObjectNode) asked.path("headers")).put("authorization", "Bearer " + token);
        JsonNode decision = invoke(authorizer, asked);
        if (!decision.path("isAuthorized").asBoolean()) {
          return new Answer(403, Json.mapper().createObjectNode(), headers, "");
        }
        requestContext.putObject("authorizer").set("lambda", decision.path("context"));
      }
      JsonNode response = invoke(auth, event);
      String body = response.path("body").asText("");
      return new Answer(
          response.path("statusCode").asInt(),
          body.isEmpty()
              ? Json.mapper().createObjectNode()
              : Json.tree(body.getBytes(StandardCharsets.UTF_8)),
          response.path("headers"),
          response.path("cookies").path(0).asText());
    }
  }
}
