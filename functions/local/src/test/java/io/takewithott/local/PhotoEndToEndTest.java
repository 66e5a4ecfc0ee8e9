package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.local.Browser.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A photo on its way from a page into the bucket and back, as a browser would send it. In process,
 * or with {@code -Disolated} in processes of their own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhotoEndToEndTest {
  private final boolean isolated = Boolean.getBoolean("isolated");
  private final HttpClient http = HttpClient.newHttpClient();
  private SocialWorld world;
  private Browser browser;
  private String token = "";
  private long userId;

  @BeforeAll
  void start() throws Exception {
    world = SocialWorld.start(isolated);
    browser = new Browser(world.address());
    JsonNode member =
        browser
            .call(
                "POST",
                "/accounts",
                Map.of(
                    "email", "mina@example.com",
                    "password", "correct horse battery",
                    "nickname", "mina"),
                null)
            .json();
    token = member.path("accessToken").asText();
    userId = member.path("userId").asLong();
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void aPhotoIsUploadedShownAndRemoved() throws Exception {
    byte[] photo = png(1200, 900);
    JsonNode upload = prepared(photo.length);
    URI address = URI.create(upload.path("url").asText());
    assertThat(policy()).contains("connect-src 'self' " + address.getAuthority() + " ");
    preflight(address);
    assertThat(put(address, photo).statusCode()).isEqualTo(200);

    JsonNode picture =
        call("POST", "/me/photo", Map.of("upload", upload.path("upload").asText()))
            .json()
            .path("picture");

    assertThat(size(get(picture.path("small").asText()))).isEqualTo("128 × 128");
    assertThat(size(get(picture.path("large").asText()))).isEqualTo("512 × 512");
    assertThat(call("GET", "/me/profile", null).json().path("picture")).isEqualTo(picture);
    assertThat(get("/users/" + userId + "/picture").headers().firstValue("location"))
        .contains(picture.path("small").asText());

    assertThat(call("DELETE", "/me/photo", null).status()).isEqualTo(204);
    assertThat(get(picture.path("small").asText()).statusCode()).isEqualTo(404);
    assertThat(get(picture.path("large").asText()).statusCode()).isEqualTo(404);
    HttpResponse<byte[]> drawn = get("/users/" + userId + "/picture");
    assertThat(drawn.headers().firstValue("content-type")).contains("image/svg+xml; charset=UTF-8");
  }

  @Test
  void aLinkTakesNothingButWhatItWasAskedFor() throws Exception {
    byte[] photo = png(64, 64);
    URI address = URI.create(prepared(photo.length).path("url").asText());

    assertThat(put(address, png(65, 65)).statusCode()).isEqualTo(403);
    String elsewhere = address.toString().replaceFirst("photos/uploads/", "models/");
    assertThat(put(URI.create(elsewhere), photo).statusCode()).isEqualTo(403);
    assertThat(put(address, photo).statusCode()).isEqualTo(200);
  }

  private JsonNode prepared(int bytes) throws Exception {
    Page answer =
        call("POST", "/me/photo/uploads", Map.of("contentType", "image/png", "bytes", bytes));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  /** What a browser asks before it puts, and would not put without. */
  private void preflight(URI address) throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(address)
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin())
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "content-type")
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Methods")).contains("PUT");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
        .contains("content-type");
  }

  private HttpResponse<String> put(URI address, byte[] photo) throws Exception {
    return http.send(
        HttpRequest.newBuilder(address)
            .PUT(BodyPublishers.ofByteArray(photo))
            .header("Origin", origin())
            .header("content-type", "image/png")
            .build(),
        BodyHandlers.ofString());
  }

  private String policy() throws Exception {
    return get("/").headers().firstValue("content-security-policy").orElse("");
  }

  private String origin() {
    return "http://" + world.address().getAuthority();
  }

  private Page call(String method, String path, @Nullable Object body) throws Exception {
    return browser.call(method, path, body, token);
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(world.address().resolve(path)).build(), BodyHandlers.ofByteArray());
  }

  private static String size(HttpResponse<byte[]> answer) throws IOException {
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.ISO_8859_1))
        .isEqualTo(200);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
    return image.getWidth() + " × " + image.getHeight();
  }

  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(width / 2, height / 2, 0xFF8800);
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
