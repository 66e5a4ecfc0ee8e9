package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.database.Sql;
import io.takewithott.core.json.Json;
import io.takewithott.local.RunningWorld.Answer;
import io.takewithott.local.RunningWorld.Member;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searching and speaking in the sample world, over HTTP. */
class SearchEndToEndTest {
  /** Told while somebody types. */
  private static final double SLOWEST_SUGGESTION_MILLIS = 50;

  private static RunningWorld world;
  private static String endpoints = "";
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    world = RunningWorld.start(false);
    endpoints = world.server().clientSettings().getOrDefault("AWS_ENDPOINT_URL_SQS", "");
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @AfterEach
  void behave() throws Exception {
    standIn("DELETE", "");
  }

  @ParameterizedTest
  @CsvSource({
    "ㅅㅁㄷ, 실미도, INITIALS",
    "tlfaleh, 실미도, LAYOUT",
    "silmido, 실미도, NAME",
    "shilmido, 실미도, ROMANISED",
    "ㅑㅜㅊㄷㅔ샤ㅐㅜ, 인셉션, LAYOUT",
    "기생츙, 기생충, TYPO"
  })
  void aTitleIsFoundHoweverItIsTyped(String typed, String title, String reason) throws Exception {
    JsonNode first = get("/search?q=" + encoded(typed)).path("results").path(0);

    assertThat(first.path("title").path("title").asText()).isEqualTo(title);
    assertThat(first.path("match").path("reason").asText()).isEqualTo(reason);
  }

  @Test
  void theOldSystemsLineIsFoundSaidInPart() throws Exception {
    JsonNode first = get("/lines?spoken=true&q=" + encoded("음 그 뭐냐 날쏘고 가라")).path("lines").path(0);

    assertThat(first.path("title").path("title").asText()).isEqualTo("실미도");
    assertThat(first.path("speaker").asText()).isEqualTo("최재현");
    assertThat(first.path("spans")).hasToString("[{\"start\":0,\"end\":7}]");
  }

  @Test
  void whatIsInNoFilmIsInNoFilm() throws Exception {
    assertThat(get("/lines?q=" + encoded("택배 문 앞에 놓아 주세요")).path("nothing").asText())
        .isEqualTo("NOTHING_CLOSE");
  }

  @Test
  void speechBecomesALineBecomesAFilm() throws Exception {
    Member member = world.join("speaker");
    standIn("POST", "/hears?text=" + encoded("밥은 먹고 다니냐"));

    HttpResponse<String> heard = speak(member.token(), wave(), "audio/wav");
    String text = Json.tree(heard.body().getBytes(StandardCharsets.UTF_8)).path("text").asText();

    assertThat(heard.statusCode()).isEqualTo(200);
    assertThat(
            get("/lines?q=" + encoded(text))
                .path("lines")
                .path(0)
                .path("title")
                .path("title")
                .asText())
        .isEqualTo("살인의 추억");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "error",
        "throttled",
        "barred",
        "malformed",
        "no-text",
        "huge",
        "redirect",
        "lost"
      })
  void aRecogniserThatMisbehavesIsAnsweredFor(String fault) throws Exception {
    Member member = world.join("fault");
    standIn("POST", "/" + fault);

    HttpResponse<String> refused = speak(member.token(), wave(), "audio/wav");

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("\"SPEECH_UNAVAILABLE\"");
    assertThat(refused.headers().firstValue("retry-after")).isPresent();
    assertThat(speak(member.token(), wave(), "audio/wav").statusCode())
        .as("the next")
        .isEqualTo(200);
  }

  @Test
  void speechIsForMembersAndAudioAlone() throws Exception {
    Member member = world.join("odd");

    assertThat(speak(null, wave(), "audio/wav").statusCode()).isEqualTo(401);
    assertThat(
            speak(member.token(), "날 쏘고 가라".getBytes(StandardCharsets.UTF_8), "text/plain")
                .statusCode())
        .isEqualTo(422);
    assertThat(speak(member.token(), new byte[(1 << 20) + 1], "audio/wav").statusCode())
        .isEqualTo(413);
  }

  @Test
  void aMembersLineIsFoundOnceAnAdministratorAcceptsIt() throws Exception {
    Member member = world.join("writer");
    Answer suggested =
        world.call(
            "POST",
            "/titles/1001/lines",
            Map.of("line", "나는 오늘 이 섬을 나간다", "speaker", "강인찬"),
            member.token());
    assertThat(suggested.status()).isEqualTo(202);
    String path = "/admin/line-suggestions/" + suggested.body().path("suggestionId").asLong();
    assertThat(world.call("POST", path + "/acceptance", null, member.token()).status())
        .isEqualTo(403);

    String admin = administrator();
    assertThat(world.call("POST", path + "/acceptance", null, admin).status()).isEqualTo(200);

    long end = System.nanoTime() + 60_000_000_000L;
    while (get("/lines?q=" + encoded("나는 오늘 이 섬을 나간다")).path("lines").isEmpty()) {
      assertThat(System.nanoTime()).as("within a minute").isLessThan(end);
      Thread.sleep(1000);
    }
  }

  @Test
  void suggestionsComeWhileOneTypes() throws Exception {
    List<Double> millis = new ArrayList<>();
    String[] typed = {
      "ㅅ", "시", "실", "실ㅁ", "실미", "실미ㄷ", "실미도", "s", "si", "sil", "silm", "tlf", "봉준호", "ㄱㅅㅊ"
    };
    for (int i = 0; i < 20 * typed.length; i++) {
      long start = System.nanoTime();
      get("/suggest?q=" + encoded(typed[i % typed.length]));
      if (i >= 5 * typed.length) {
        millis.add((System.nanoTime() - start) / 1e6);
      }
    }
    millis.sort(null);
    double median = millis.get(millis.size() / 2);
    System.out.printf(
        "suggestions: median %.1f ms, 99th percentile %.1f ms%n",
        median, millis.get((int) (0.99 * (millis.size() - 1))));
    assertThat(median).isLessThan(SLOWEST_SUGGESTION_MILLIS);
  }

  private static String administrator() throws Exception {
    Member member = world.join("admin");
    world
        .server()
        .database()
        .write(
            Sql.of("update users set role = 'admin' where user_id = :id")
                .bind("id", member.userId()));
    return world
        .call(
            "POST", "/sessions", Map.of("email", member.email(), "password", "correct horse"), null)
        .body()
        .path("accessToken")
        .asText();
  }

  private static JsonNode get(String path) throws Exception {
    Answer answer = world.call("GET", path, null, null);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> speak(@Nullable String token, byte[] audio, String type)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(world.address("/speech?language=ko"))
            .header("content-type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(audio));
    if (token != null) {
      request.header("authorization", "Bearer " + token);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private void standIn(String method, String rest) throws Exception {
    client.send(
        HttpRequest.newBuilder(URI.create(endpoints + "/_local/standins/clova" + rest))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.discarding());
  }

  /** A tenth of a second of silence. */
  private static byte[] wave() {
    ByteBuffer wave = ByteBuffer.allocate(44 + 3200).order(ByteOrder.LITTLE_ENDIAN);
    wave.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 3200);
    wave.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wave.putShort((short) 1).putShort((short) 1).putInt(16_000).putInt(32_000);
    wave.putShort((short) 2).putShort((short) 16);
    wave.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(3200);
    return wave.array();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
