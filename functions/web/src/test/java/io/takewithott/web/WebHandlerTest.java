package io.takewithott.web;

import static io.takewithott.testing.Invocations.invoke;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.ConfigurationException;
import io.takewithott.core.Environment;
import io.takewithott.core.json.Json;
import io.takewithott.testing.EventFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class WebHandlerTest {
  private static final String BUCKET = "photos.s3.ap-northeast-2.amazonaws.com";

  private final WebHandler handler =
      new WebHandler(Environment.of(Map.of("TWO_UPLOAD_HOST", BUCKET)));

  @Test
  void thePageForbidsForeignScriptsAndNamesTheOneThatStandsInIt() throws Exception {
    JsonNode page = invoke(handler, EventFiles.read("web/page"));

    assertThat(page.path("statusCode").asInt()).isEqualTo(200);
    assertThat(policy(page))
        .startsWith("default-src 'none'; script-src 'self' https://js.bootpay.co.kr 'sha256-")
        .contains("style-src 'self';")
        .doesNotContain("unsafe");
    String body = page.path("body").asText();
    String script = body.replaceFirst("(?s).*<script>(.*?)</script>.*", "$1");
    String hash =
        Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(script.getBytes(StandardCharsets.UTF_8)));
    assertThat(policy(page)).contains("'sha256-" + hash + "'");
    assertThat(body.replace("<script>" + script + "</script>", ""))
        .contains("<html lang=\"ko\">")
        .doesNotContain("<script>")
        .doesNotContain("<style")
        .doesNotContain("style=")
        .doesNotContain("{");
  }

  @Test
  void thePageMayPutAPhotoWhereTheSettingsSayAndSpeaksToNobodyElse() {
    assertThat(policy(invoke(handler, EventFiles.read("web/page"))))
        .contains("; connect-src 'self' " + BUCKET + " https://*.bootpay.co.kr;")
        .contains("; img-src 'self' data: blob: https://image.tmdb.org;");
  }

  @Test
  void thePageMayOpenSocketsWhereTheSettingsSay() {
    WebHandler withSockets =
        new WebHandler(
            Environment.of(
                Map.of(
                    "TWO_UPLOAD_HOST",
                    BUCKET,
                    "TWO_SOCKET_CLIENT_ADDRESS",
                    "wss://chat.takewithott.example/live")));
    assertThat(policy(invoke(withSockets, EventFiles.read("web/page"))))
        .contains(
            "; connect-src 'self' "
                + BUCKET
                + " https://*.bootpay.co.kr wss://chat.takewithott.example;");
  }

  @Test
  void aSettingThatWouldSayMoreIsRefused() {
    for (String host : new String[] {"", "a b", "*", "a;script-src *", "https://a.example"}) {
      assertThatThrownBy(() -> new WebHandler(Environment.of(Map.of("TWO_UPLOAD_HOST", host))))
          .as(host)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("TWO_UPLOAD_HOST");
    }
  }

  @Test
  void everythingThePageNamesIsThereAndKeptForGood() {
    List<String> named = named(invoke(handler, EventFiles.read("web/page")).path("body").asText());

    assertThat(named).hasSizeGreaterThanOrEqualTo(2);
    for (String path : named) {
      JsonNode asset = get(path, Map.of());
      assertThat(asset.path("statusCode").asInt()).as(path).isEqualTo(200);
      assertThat(header(asset, "cache-control")).isEqualTo("public, max-age=31536000, immutable");
    }
  }

  @Test
  void whatIsCompressedIsTheSame() throws IOException {
    String script =
        named(invoke(handler, EventFiles.read("web/page")).path("body").asText()).get(0);
    for (String path : List.of(script, "/openapi.json")) {
      isTheSameCompressed(path);
    }
  }

  private void isTheSameCompressed(String path) throws IOException {
    JsonNode plain = get(path, Map.of());
    JsonNode compressed = get(path, Map.of("accept-encoding", "gzip, deflate, br"));
    JsonNode refused = get(path, Map.of("accept-encoding", "br, gzip;q=0"));

    assertThat(header(compressed, "content-encoding")).isEqualTo("gzip");
    assertThat(compressed.path("isBase64Encoded").asBoolean()).isTrue();
    byte[] bytes = Base64.getDecoder().decode(compressed.path("body").asText());
    String unpacked =
        new String(
            new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(),
            StandardCharsets.UTF_8);
    assertThat(unpacked).isEqualTo(plain.path("body").asText());
    assertThat(bytes.length).isLessThan(unpacked.length() / 2);
    assertThat(header(compressed, "etag")).isNotEqualTo(header(plain, "etag"));
    assertThat(header(refused, "content-encoding")).isEmpty();
  }

  @Test
  void anUnchangedFileIsNotSentAgain() {
    for (String path : List.of("/", "/icon.svg", "/openapi.json", "/title/1")) {
      JsonNode first = get(path, Map.of("accept-encoding", "gzip"));
      JsonNode again =
          get(path, Map.of("accept-encoding", "gzip", "if-none-match", header(first, "etag")));

      assertThat(again.path("statusCode").asInt()).as(path).isEqualTo(304);
      assertThat(again.path("body").asText("")).isEmpty();
      assertThat(header(again, "content-encoding")).isEmpty();
    }
  }

  @Test
  void everyAddressOfAPageIsThePage() {
    String page = get("/", Map.of()).path("body").asText();
    for (String path : List.of("/title/1", "/find", "/u/1", "/no/such/page", "/title/1/")) {
      JsonNode answer = get(path, Map.of("accept", "text/html"));
      assertThat(answer.path("statusCode").asInt()).as(path).isEqualTo(200);
      assertThat(answer.path("body").asText()).isEqualTo(page);
      assertThat(policy(answer)).startsWith("default-src 'none'");
    }
  }

  @Test
  void aProgramThatAsksForDataWhereThereIsNoneIsTold() {
    JsonNode answer = get("/no/such/thing", Map.of("accept", "application/json"));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(404);
    assertThat(answer.path("body").asText()).contains("\"NOT_FOUND\"");
  }

  @Test
  void filesAtTheRootAreWhatBrowsersExpect() {
    assertThat(header(get("/sw.js", Map.of()), "content-type")).startsWith("text/javascript");
    assertThat(header(get("/sw.js", Map.of()), "cache-control")).isEqualTo("no-cache");
    assertThat(header(get("/manifest.webmanifest", Map.of()), "content-type"))
        .isEqualTo("application/manifest+json");
    assertThat(header(get("/icon-192.png", Map.of()), "content-type")).isEqualTo("image/png");
  }

  @Test
  void theDescriptionOfTheApiIsServedAsJsonAndCompressed() {
    JsonNode plain = get("/openapi.json", Map.of("accept", "application/json"));

    assertThat(header(plain, "content-type")).startsWith("application/json");
    JsonNode api = Json.tree(plain.path("body").asText().getBytes(StandardCharsets.UTF_8));
    assertThat(api.path("openapi").asText()).isEqualTo("3.1.0");
    assertThat(api.at("/paths/~1accounts/post/summary").asText()).startsWith("가입하고");
    assertThat(api.path("paths").size()).isGreaterThan(100);
    assertThat(header(get("/openapi.json", Map.of("accept-encoding", "gzip")), "content-encoding"))
        .isEqualTo("gzip");
  }

  @Test
  void onlyListedFilesAreServed() {
    for (String path :
        List.of(
            "/assets/../logback.xml",
            "/assets/index.html/..",
            "/assets/missing.js",
            "/assets/",
            "/build.json",
            "/site/index.html",
            "/..%2fbuild.json",
            "/index.html")) {
      assertThat(get(path, Map.of()).path("statusCode").asInt()).as(path).isEqualTo(404);
    }
  }

  private JsonNode get(String path, Map<String, String> headers) {
    ObjectNode event = EventFiles.read(path.equals("/") ? "web/page" : "web/deep-link");
    event.put("rawPath", path);
    ((ObjectNode) event.path("requestContext").path("http")).put("path", path);
    ObjectNode sent = (ObjectNode) event.path("headers");
    sent.put("accept", "*/*");
    headers.forEach(sent::put);
    return invoke(handler, event);
  }

  private static List<String> named(String page) {
    Matcher names = Pattern.compile("/assets/[\\w.-]+").matcher(page);
    List<String> found = new ArrayList<>();
    while (names.find()) {
      found.add(names.group());
    }
    return found;
  }

  private static String policy(JsonNode answer) {
    return header(answer, "content-security-policy");
  }

  private static String header(JsonNode answer, String name) {
    return answer.path("headers").path(name).asText("");
  }
}
