package io.takewithott.catalog;

import static io.takewithott.catalog.SearchScene.MEMBER;
import static io.takewithott.catalog.SearchScene.as;
import static io.takewithott.catalog.SearchScene.code;
import static io.takewithott.testing.Invocations.body;
import static io.takewithott.testing.Invocations.invoke;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.takewithott.core.Environment;
import io.takewithott.testing.EventFiles;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechHandlerTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final AtomicInteger asked = new AtomicInteger();
  private int status = 200;
  private String answer = "{\"text\":\" 날 쏘고 가라 \"}";
  private long delayMillis;
  private String seen = "";
  private HttpServer recogniser;

  @BeforeAll
  static void setTheScene() {
    DATABASE.run(SearchScene.ROWS);
  }

  @BeforeEach
  void start() throws IOException {
    DATABASE.run("delete from daily_uses");
    recogniser = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    recogniser.createContext("/", this::answer);
    recogniser.start();
  }

  @AfterEach
  void stop() {
    recogniser.stop(0);
  }

  @Test
  void audioGoesInAndTextComesOut() {
    JsonNode heard = body(speak(configured()));

    assertThat(heard).hasToString("{\"text\":\"날 쏘고 가라\",\"heard\":true}");
    assertThat(seen)
        .isEqualTo(
            "POST /naveropenapi.apigw.ntruss.com/recog/v1/stt?lang=Kor id key"
                + " application/octet-stream 364");
  }

  @Test
  void silenceIsNoFailure() {
    answer = "{\"text\":\"\"}";

    assertThat(body(speak(configured()))).hasToString("{\"text\":\"\",\"heard\":false}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "", "{\"clova\":{}}", "{\"clova\":{\"keyId\":\"id\"}}", "no json"})
  void withoutCredentialsItSaysThatItCannot(String secret) {
    JsonNode refused = speak(handler(secret, true));

    assertThat(refused.path("statusCode").asInt()).isEqualTo(503);
    assertThat(code(body(refused))).isEqualTo("SPEECH_UNAVAILABLE");
    assertThat(body(refused).path("error").path("message").asText())
        .isEqualTo("Speech cannot be recognised here at the moment; type what was said");
    assertThat(asked).hasValue(0);
  }

  @Test
  void withoutASecretItSaysSoToo() {
    assertThat(code(body(speak(handler("", false))))).isEqualTo("SPEECH_UNAVAILABLE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | {}",
        "429 | {}",
        "401 | {}",
        "403 | {}",
        "302 | {}",
        "204 | ''",
        "200 | {\"text\":",
        "200 | {}",
        "200 | {\"text\":5}",
        "200 | [1]",
        "200 | <html>"
      })
  void aRecogniserThatMisbehavesIsAnsweredFor(int status, String answer) {
    this.status = status;
    this.answer = answer;

    assertThat(code(body(speak(configured())))).isEqualTo("SPEECH_UNAVAILABLE");
    assertThat(asked).as("each is paid for").hasValue(1);
  }

  @Test
  void anAnswerWithoutEndIsCutOff() {
    answer = "{\"text\":\"" + "x".repeat(100_000) + "\"}";

    assertThat(code(body(speak(configured())))).isEqualTo("SPEECH_UNAVAILABLE");
  }

  @Test
  void aLongTextIsCut() {
    answer = "{\"text\":\"" + "가".repeat(5000) + "\"}";

    assertThat(body(speak(configured())).path("text").asText()).hasSize(1000);
  }

  @Test
  void aSlowRecogniserIsNotWaitedForLonger() {
    delayMillis = 5000;
    long start = System.nanoTime();

    assertThat(code(body(speak(configured())))).isEqualTo("SPEECH_UNAVAILABLE");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void audioThatTheRecogniserRefusesIsTheCallersFault() {
    status = 400;
    answer = "{\"error\":{\"errorCode\":\"STT001\"}}";

    JsonNode refused = speak(configured());

    assertThat(refused.path("statusCode").asInt()).isEqualTo(422);
    assertThat(body(refused).path("error").path("details").path("field").asText())
        .isEqualTo("audio");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<html>", "GIF89a", "RIFF....AVI ", "\u001aE\u00df\u00a3 webm", "MZ", "{}"})
  void whatIsNoAudioIsNotSentOn(String content) {
    ObjectNode event = event();
    event.put(
        "body", Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.ISO_8859_1)));

    JsonNode refused = invoke(configured(), event);

    assertThat(refused.path("statusCode").asInt()).isEqualTo(422);
    assertThat(body(refused).path("error").path("message").asText())
        .isEqualTo("The body must be audio: WAV, OGG, FLAC, MP3, AAC or AC3");
    assertThat(asked).hasValue(0);
  }

  @Test
  void audioThatIsTooMuchIsRefused() {
    ObjectNode event = event();
    event.put("body", Base64.getEncoder().encodeToString(new byte[(1 << 20) + 1]));

    assertThat(code(body(invoke(configured(), event)))).isEqualTo("BODY_TOO_LARGE");
  }

  @Test
  void anUnknownLanguageIsRefused() {
    ObjectNode event = event();
    event.put("rawQueryString", "language=fr");
    event.withObject("/queryStringParameters").put("language", "fr");

    assertThat(body(invoke(configured(), event)).path("error").path("message").asText())
        .isEqualTo("language is ko, en or ja");
  }

  @Test
  void thereIsALimitADayAndOnlyMembersSpeak() {
    DATABASE.run(
        "insert into daily_uses values (1, 'SPEECH', (now() at time zone 'Asia/Seoul')::date, 60)");
    assertThat(code(body(speak(configured())))).isEqualTo("TOO_MANY_REQUESTS");
    assertThat(asked).hasValue(0);

    ObjectNode visitor = EventFiles.read("catalog/speech");
    visitor.withObject("/requestContext").remove("authorizer");
    assertThat(invoke(configured(), visitor).path("statusCode").asInt()).isEqualTo(401);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    seen =
        String.join(
            " ",
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders().getFirst("X-NCP-APIGW-API-KEY-ID"),
            exchange.getRequestHeaders().getFirst("X-NCP-APIGW-API-KEY"),
            exchange.getRequestHeaders().getFirst("Content-Type"),
            String.valueOf(exchange.getRequestBody().readAllBytes().length));
    try {
      Thread.sleep(delayMillis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().put("location", java.util.List.of("/elsewhere"));
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private CatalogHandler configured() {
    return handler("{\"clova\":{\"keyId\":\"id\",\"key\":\"key\"}}", true);
  }

  private CatalogHandler handler(String secret, boolean named) {
    Map<String, String> environment = SearchScene.environment(DATABASE, ENDPOINTS);
    environment.put("TWO_SPEECH_ENDPOINT", "http://127.0.0.1:" + recogniser.getAddress().getPort());
    environment.put("TWO_SPEECH_TIMEOUT", "PT2S");
    if (named) {
      environment.put("TWO_SPEECH_SECRET", ENDPOINTS.secret("speech" + secret.hashCode(), secret));
    }
    return new CatalogHandler(Environment.of(environment));
  }

  private static ObjectNode event() {
    return as(EventFiles.read("catalog/speech"), MEMBER);
  }

  private static JsonNode speak(CatalogHandler handler) {
    return invoke(handler, event());
  }
}
