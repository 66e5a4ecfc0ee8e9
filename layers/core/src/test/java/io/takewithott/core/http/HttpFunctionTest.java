package io.takewithott.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.Budget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HttpFunctionTest {
  private static final Routes ROUTES =
      Routes.builder()
          .get("/things", request -> Response.ok(Map.of("q", request.query("q").orElse("none"))))
          .get("/things/{id}", request -> Response.ok(Map.of("id", request.pathId("id"))))
          .put("/things/{id}", request -> Response.ok(request.body(Thing.class)))
          .get("/mine", request -> Response.ok(request.requireCaller()))
          .get(
              "/files/{file+}",
              request -> Response.ok(Map.of("file", request.pathParameter("file"))))
          .get(
              "/cookies",
              request ->
                  Response.noContent()
                      .withCookie("access=1; Path=/; HttpOnly")
                      .withCookie("refresh=2; Path=/; HttpOnly"))
          .get(
              "/picture",
              request ->
                  Response.bytes(200, "image/png", new byte[] {(byte) 0x89, 'P', (byte) 0xff, 0}))
          .get(
              "/clip",
              request ->
                  Response.bytes(200, "video/webm", new byte[] {(byte) 0xdf, (byte) 0xa3, 'x'}))
          .get(
              "/defect",
              request -> {
                throw new IllegalStateException("the secret is 42");
              })
          .build();

  private final HttpFunction function =
      new HttpFunction(
          new HttpFunction.HttpWiring(
              ROUTES, new Budget(Clock.systemUTC(), Duration.ofSeconds(5)), () -> {}, () -> {})) {};

  record Thing(String name, int size) {
    Thing {
      if (size < 0) {
        throw new AppException(
            ErrorCode.INVALID_VALUE, "A size is never negative", Map.of("field", "size"));
      }
    }
  }

  @Test
  void aQueryIsDecoded() {
    assertThat(body(get("/things", "q=%EC%8B%A4%EB%AF%B8%EB%8F%84&x=1")))
        .hasToString("{\"q\":\"실미도\"}");
  }

  @Test
  void aPathTemplateMatchesAndGivesItsParameters() {
    assertThat(body(get("/things/17", ""))).hasToString("{\"id\":17}");
    assertThat(body(get("/files/a/b.js", ""))).hasToString("{\"file\":\"a/b.js\"}");
  }

  @Test
  void bytesThatCouldBeTextStayBytes() {
    JsonNode response = get("/clip", "");

    assertThat(response.path("isBase64Encoded").asBoolean()).isTrue();
    assertThat(Base64.getDecoder().decode(response.path("body").asText()))
        .containsExactly(0xdf, 0xa3, 'x');
  }

  @Test
  void anUnknownPathIsNotFound() {
    JsonNode response = get("/nothing", "");

    assertThat(response.path("statusCode").asInt()).isEqualTo(404);
    assertThat(body(response))
        .hasToString(
            "{\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"There is nothing at /nothing\",\"requestId\":\"r-1\"}}");
  }

  @Test
  void aKnownPathWithAnotherMethodSaysWhatItTakes() {
    JsonNode response = call("DELETE", "/things/17", "", null, null);

    assertThat(response.path("statusCode").asInt()).isEqualTo(405);
    assertThat(response.path("headers").path("allow").asText()).isEqualTo("GET, PUT");
    assertThat(body(response).path("error").path("code").asText()).isEqualTo("METHOD_NOT_ALLOWED");
  }

  @Test
  void anIdThatIsNoNumberIsNotFound() {
    assertThat(get("/things/1%20or%201=1", "").path("statusCode").asInt()).isEqualTo(404);
    assertThat(get("/things/99999999999999999999", "").path("statusCode").asInt()).isEqualTo(404);
  }

  @Test
  void aBodyBecomesARecord() {
    assertThat(body(put("{\"name\":\"책\",\"size\":3}"))).hasToString("{\"name\":\"책\",\"size\":3}");
  }

  @Test
  void badBodiesAreRefusedInWords() {
    assertThat(problem(put("{\"name\":"))).isEqualTo("400 MALFORMED_REQUEST The body is not JSON");
    assertThat(problem(put("{\"name\":\"x\",\"size\":1,\"admin\":true}")))
        .isEqualTo("400 MALFORMED_REQUEST The body has a member that is not known here: admin");
    assertThat(problem(put("{\"name\":\"x\",\"size\":\"1\"}")))
        .isEqualTo("400 MALFORMED_REQUEST The body does not fit at: size");
    assertThat(problem(put("null"))).isEqualTo("400 MALFORMED_REQUEST The body is null");
    assertThat(problem(put(""))).isEqualTo("400 MALFORMED_REQUEST The request has no body");
    assertThat(problem(put("{\"name\":\"x\",\"size\":-1}")))
        .isEqualTo("422 INVALID_VALUE A size is never negative");
    assertThat(problem(put("\"" + "x".repeat(Request.LARGEST_BODY_BYTES) + "\"")))
        .isEqualTo("413 BODY_TOO_LARGE The body is larger than 262144 bytes");
  }

  @Test
  void aBodyOfAnotherTypeIsRefused() {
    ObjectNode event = event("PUT", "/things/1", "", "size=1", null);
    ((ObjectNode) event.path("headers")).put("content-type", "application/x-www-form-urlencoded");

    assertThat(problem(handle(event)))
        .isEqualTo(
            "400 MALFORMED_REQUEST The body must be application/json, not application/x-www-form-urlencoded");
  }

  @Test
  void theAuthorizersUserIsTheCaller() {
    assertThat(body(call("GET", "/mine", "", null, "4711")))
        .hasToString("{\"userId\":4711,\"sessionId\":\"\",\"admin\":false}");
    assertThat(problem(call("GET", "/mine", "", null, null)))
        .isEqualTo("401 UNAUTHENTICATED Log in to do this");
  }

  @Test
  void everyCookieSurvives() {
    JsonNode response = get("/cookies", "");

    assertThat(response.path("cookies"))
        .hasToString("[\"access=1; Path=/; HttpOnly\",\"refresh=2; Path=/; HttpOnly\"]");
    assertThat(response.path("headers").has("set-cookie")).isFalse();
  }

  @Test
  void bytesThatAreNoTextAreBase64() {
    JsonNode response = get("/picture", "");

    assertThat(response.path("isBase64Encoded").asBoolean()).isTrue();
    assertThat(Base64.getDecoder().decode(response.path("body").asText()))
        .containsExactly(0x89, 'P', 0xff, 0);
  }

  @Test
  void aDefectIsAnsweredWithoutItsCause() {
    JsonNode response = get("/defect", "");

    assertThat(problem(response)).isEqualTo("500 INTERNAL Something went wrong here");
    assertThat(response.toString()).doesNotContain("42");
  }

  @Test
  void theRouteKeysAreThoseOfTheTable() {
    assertThat(function.routeKeys())
        .startsWith("GET /things", "GET /things/{id}", "PUT /things/{id}");
  }

  private JsonNode get(String path, String query) {
    return call("GET", path, query, null, null);
  }

  private JsonNode put(String body) {
    return call("PUT", "/things/1", "", body, null);
  }

  private static JsonNode body(JsonNode response) {
    return Json.tree(response.path("body").asText().getBytes(StandardCharsets.UTF_8));
  }

  private static String problem(JsonNode response) {
    JsonNode error = body(response).path("error");
    return response.path("statusCode").asInt()
        + " "
        + error.path("code").asText()
        + " "
        + error.path("message").asText();
  }

  private JsonNode call(
      String method, String path, String query, @Nullable String body, @Nullable String userId) {
    return handle(event(method, path, query, body, userId));
  }

  private JsonNode handle(ObjectNode event) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      function.handleRequest(new ByteArrayInputStream(Json.bytes(event)), output, Warming.CONTEXT);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return Json.tree(output.toByteArray());
  }

  private static ObjectNode event(
      String method, String path, String query, @Nullable String body, @Nullable String userId) {
    ObjectNode event = Json.mapper().createObjectNode();
    event.put("version", "2.0").put("rawPath", path).put("rawQueryString", query);
    ObjectNode headers = event.putObject("headers");
    headers.put("host", "localhost");
    ObjectNode context = event.putObject("requestContext");
    context.put("requestId", "r-1").put("stage", "$default");
    context.putObject("http").put("method", method).put("path", path).put("sourceIp", "127.0.0.1");
    if (userId != null) {
      context.putObject("authorizer").putObject("lambda").put(Caller.USER_ID, userId);
    }
    if (body != null) {
      headers.put("content-type", "application/json");
      event.put("body", body);
    }
    event.put("isBase64Encoded", false);
    return event;
  }
}
