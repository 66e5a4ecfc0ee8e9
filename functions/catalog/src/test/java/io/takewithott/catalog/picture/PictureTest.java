package io.takewithott.catalog.picture;

import static io.takewithott.catalog.CatalogScene.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.catalog.CatalogScene;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Posters and clips through the handler. */
class PictureTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private static final byte[] CLIP = new byte[1000];

  private final CatalogScene catalog = new CatalogScene(DATABASE, ENDPOINTS);

  @BeforeAll
  static void setTheScene() {
    for (int i = 0; i < CLIP.length; i++) {
      CLIP[i] = (byte) (i * 7);
    }
    DATABASE.run(
        """
        insert into titles (title_id, title, original_title, year, poster_key, poster_path, source, source_key)
        values (1, '</title><script>alert(1)</script> & "실미도"', 'x', 2003, null, null, 't', '1'),
               (2, '올드보이', '올드보이', 2003, null, '/poster.jpg', 't', '2'),
               (3, '쉬리', '쉬리', 1999, 'shiri-1.png', '/poster.jpg', 't', '3');
        insert into title_genres values (1, 'war', 1);
        """);
    ENDPOINTS.objects().put("clips/drama.webm", CLIP, "video/webm");
    ENDPOINTS.objects().put("clips/large.webm", new byte[Media.MOST_BYTES + 1], "video/webm");
    ENDPOINTS.objects().put("posters/shiri-1.png", new byte[] {1, 2, 3}, "image/png");
  }

  @Test
  void aPosterIsDrawnWhereThereIsNone() {
    int before = DATABASE.calls();
    JsonNode answer = catalog.get("/titles/1/poster");

    assertThat(DATABASE.calls() - before).isEqualTo(1);
    assertThat(status(answer)).isEqualTo(200);
    JsonNode headers = answer.path("headers");
    assertThat(headers.path("content-type").asText()).startsWith("image/svg+xml");
    assertThat(headers.path("cache-control").asText()).startsWith("public, max-age=86400");
    assertThat(headers.path("content-security-policy").asText()).startsWith("default-src 'none'");
    assertThat(headers.path("x-content-type-options").asText()).isEqualTo("nosniff");
    assertThat(answer.path("body").asText())
        .doesNotContain("<script")
        .contains("&lt;script&gt;")
        .contains("2003");
    String tag = headers.path("etag").asText();
    assertThat(status(catalog.get("/titles/1/poster", Map.of(), Map.of("if-none-match", tag))))
        .isEqualTo(304);
  }

  @Test
  void aPosterElsewhereIsPointedTo() {
    JsonNode linked = catalog.get("/titles/2/poster");
    assertThat(status(linked)).isEqualTo(302);
    assertThat(linked.path("headers").path("location").asText())
        .isEqualTo("https://image.tmdb.org/t/p/w342/poster.jpg");

    JsonNode stored = catalog.get("/titles/3/poster");
    assertThat(stored.path("headers").path("location").asText()).isEqualTo("/posters/shiri-1.png");
    JsonNode png = catalog.get("/posters/shiri-1.png");
    assertThat(bytes(png)).containsExactly(1, 2, 3);
    assertThat(png.path("headers").path("content-type").asText()).isEqualTo("image/png");
  }

  @Test
  void aClipIsServedWhole() {
    int before = DATABASE.calls();
    JsonNode answer = catalog.get("/clips/drama.webm");

    assertThat(DATABASE.calls() - before).isZero();
    assertThat(status(answer)).isEqualTo(200);
    assertThat(bytes(answer)).isEqualTo(CLIP);
    assertThat(answer.path("headers").path("content-type").asText()).isEqualTo("video/webm");
    assertThat(answer.path("headers").path("accept-ranges").asText()).isEqualTo("bytes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bytes=0-          | 206 | 0    | 999",
        "bytes=0-0         | 206 | 0    | 0",
        "bytes=10-19       | 206 | 10   | 19",
        "bytes=990-5000    | 206 | 990  | 999",
        "bytes=-100        | 206 | 900  | 999",
        "bytes=-5000       | 206 | 0    | 999",
        "bytes=1000-       | 416 |      | ",
        "bytes=999999999999- | 416 |    | ",
        "bytes=-0          | 416 |      | ",
        "bytes=20-10       | 200 | 0    | 999",
        "bytes=0-1, 5-9    | 200 | 0    | 999",
        "bytes=x-y         | 200 | 0    | 999",
        "bytes=            | 200 | 0    | 999",
        "bytes=-           | 200 | 0    | 999",
        "lines=0-1         | 200 | 0    | 999",
        "bytes=99999999999999999999- | 200 | 0 | 999"
      })
  void aPieceIsThePieceThatWasAskedFor(String range, int status, Integer first, Integer last) {
    JsonNode answer = catalog.get("/clips/drama.webm", Map.of(), Map.of("range", range));

    assertThat(status(answer)).isEqualTo(status);
    String contentRange = answer.path("headers").path("content-range").asText();
    if (status == 416) {
      assertThat(contentRange).isEqualTo("bytes */1000");
    } else {
      assertThat(bytes(answer)).isEqualTo(Arrays.copyOfRange(CLIP, first, last + 1));
      assertThat(contentRange)
          .isEqualTo(status == 206 ? "bytes " + first + "-" + last + "/1000" : "");
    }
  }

  @Test
  void aPieceOfAnotherVersionIsNotServed() {
    String tag = catalog.get("/clips/drama.webm").path("headers").path("etag").asText();

    assertThat(ranged(tag)).isEqualTo(206);
    assertThat(ranged("\"other\"")).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/clips/none.webm", "/clips/large.webm", "/clips/..%2Fmodels%2Fcurrent", "/clips/drama.exe", "/clips/Drama.webm",
        "/clips/.webm", "/clips/drama.webm%00.webm", "/posters/none.jpg", "/posters/..%2F..%2Fx.jpg", "/posters/x.svg",
        "/clips/" + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.webm"
      })
  void whatIsNotOursIsNotThere(String path) {
    assertThat(status(catalog.get(path))).isEqualTo(404);
  }

  private int ranged(String ifRange) {
    return status(
        catalog.get(
            "/clips/drama.webm", Map.of(), Map.of("range", "bytes=0-1", "if-range", ifRange)));
  }

  private static byte[] bytes(JsonNode answer) {
    String body = answer.path("body").asText();
    return answer.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }
}
