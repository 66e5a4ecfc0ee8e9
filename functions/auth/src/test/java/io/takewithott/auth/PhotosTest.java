package io.takewithott.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.auth.AuthApi.Answer;
import io.takewithott.auth.AuthApi.Session;
import io.takewithott.testing.EventFiles;
import io.takewithott.testing.Invocations;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A picture from the upload to its removal, over the handlers, the links and S3. */
class PhotosTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private static AuthApi api;
  private final HttpClient http = HttpClient.newHttpClient();
  private final byte[] photo = png(300, 200);

  @BeforeAll
  static void start() {
    api = new AuthApi(DATABASE, ENDPOINTS);
  }

  @BeforeEach
  void setTheScene() {
    DATABASE.run("delete from users; delete from rate_limits; delete from discarded_photos");
    ENDPOINTS.objects().keys("photos/", 1000).forEach(key -> ENDPOINTS.objects().delete(key));
  }

  @Test
  void anUploadBecomesThePicture() throws Exception {
    Session mina = api.join("mina");
    JsonNode upload = prepare(mina, "image/png", photo.length).body();

    assertThat(put(upload, "image/png", photo)).isEqualTo(200);
    JsonNode picture = complete(mina, upload).body().path("picture");

    assertThat(picture.path("small").asText()).matches("/photos/[0-9a-f]{32}/small");
    assertThat(picture.path("drawn").asBoolean()).isFalse();
    JsonNode answer = api.get(picture.path("large").asText()).response();
    assertThat(answer.path("headers").path("content-type").asText()).isEqualTo("image/jpeg");
    assertThat(answer.path("isBase64Encoded").asBoolean()).isTrue();
    assertThat(Base64.getDecoder().decode(answer.path("body").asText())).startsWith(0xFF, 0xD8);
    assertThat(keys()).hasSize(2).allMatch(key -> key.matches("photos/[0-9a-f]{32}/[a-z]+\\.jpg"));
    assertThat(api.get("/users/" + mina.userId()).send().body().path("picture")).isEqualTo(picture);
    JsonNode redirect = api.get("/users/" + mina.userId() + "/picture?size=large").response();
    assertThat(redirect.path("statusCode").asInt()).isEqualTo(302);
    assertThat(redirect.path("headers").path("location").asText())
        .isEqualTo(picture.path("large").asText());
  }

  @Test
  void anotherPhotoTakesThePlaceOfTheFirst() throws Exception {
    Session mina = api.join("mina");
    String first = become(mina);
    String second = become(mina);

    assertThat(api.get(first).send().status()).isEqualTo(404);
    assertThat(api.get(second).response().path("statusCode").asInt()).isEqualTo(200);
    assertThat(keys()).hasSize(2);
  }

  @Test
  void aLinkIsForOneTypeAndOneSize() throws Exception {
    Session mina = api.join("mina");
    JsonNode upload = prepare(mina, "image/png", photo.length).body();

    assertThat(put(upload, "text/html", photo)).isEqualTo(403);
    assertThat(put(upload, "image/png", png(400, 400))).isEqualTo(403);
    assertThat(keys()).isEmpty();
    assertThat(prepare(mina, "image/svg+xml", 100).status()).isEqualTo(422);
    assertThat(prepare(mina, "image/png", 0).status()).isEqualTo(422);
    assertThat(prepare(mina, "image/png", 8 * 1024 * 1024 + 1).status()).isEqualTo(422);
  }

  @Test
  void nobodyTakesTheUploadOfSomebodyElse() throws Exception {
    Session mina = api.join("mina");
    Session jun = api.join("jun");
    JsonNode upload = prepare(mina, "image/png", photo.length).body();
    put(upload, "image/png", photo);

    assertThat(complete(jun, upload).status()).isEqualTo(404);
    assertThat(completeNamed(jun, "../" + "0".repeat(29)).status()).isEqualTo(404);
    assertThat(completeNamed(jun, "x".repeat(100_000)).status()).isEqualTo(404);
    assertThat(complete(mina, upload).status()).isEqualTo(200);
    assertThat(complete(mina, upload).status()).isEqualTo(404);
  }

  @Test
  void whatWasNeverUploadedOrIsLateIsNotThere() throws Exception {
    Session mina = api.join("mina");
    JsonNode upload = prepare(mina, "image/png", photo.length).body();
    assertThat(complete(mina, upload).status()).isEqualTo(404);

    put(upload, "image/png", photo);
    api.clock.pass(Duration.ofMinutes(5));
    assertThat(complete(mina, upload).status()).isEqualTo(404);
  }

  @Test
  void whatIsNoPhotoIsRefusedAndGone() throws Exception {
    Session mina = api.join("mina");
    String picture = become(mina);
    byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    JsonNode upload = prepare(mina, "image/png", page.length).body();
    put(upload, "image/png", page);

    Answer refused = complete(mina, upload);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("error").path("message").asText())
        .isEqualTo("The photo is of no known format, and only JPEG, PNG and GIF are taken");
    assertThat(keys()).hasSize(2).noneMatch(key -> key.contains("uploads"));
    assertThat(api.get(picture).response().path("statusCode").asInt()).isEqualTo(200);
  }

  /** By a link of the bucket's owner, say; our own links have their size signed. */
  @Test
  void whatIsLargerThanAnUploadMayBeIsNotReadWhole() {
    Session mina = api.join("mina");
    JsonNode upload = prepare(mina, "image/png", 100).body();
    String key = "photos/uploads/" + upload.path("upload").asText();
    ENDPOINTS.objects().put(key, new byte[9 * 1024 * 1024], "image/png");

    assertThat(complete(mina, upload).body().path("error").path("message").asText())
        .isEqualTo("A photo has 1 to 8388608 bytes");
  }

  @Test
  void aRemovedPictureIsGoneAndDrawnInstead() throws Exception {
    Session mina = api.join("mina");
    String picture = become(mina);

    assertThat(api.delete("/me/photo").as(mina).send().status()).isEqualTo(204);
    assertThat(api.delete("/me/photo").as(mina).send().status()).isEqualTo(204);

    assertThat(api.get(picture).send().status()).isEqualTo(404);
    assertThat(keys()).isEmpty();
    JsonNode drawn = api.get("/users/" + mina.userId() + "/picture").response();
    assertThat(drawn.path("headers").path("content-type").asText()).startsWith("image/svg+xml");
    assertThat(drawn.path("headers").path("cache-control").asText())
        .isEqualTo("public, max-age=300");
    assertThat(drawn.path("headers").path("content-security-policy").asText())
        .isEqualTo("default-src 'none'; sandbox");
    assertThat(drawn.path("body").asText()).contains(">M</text>");
  }

  @Test
  void leavingDeletesThePictureAndTheExportNamesIt() throws Exception {
    Session mina = api.join("mina");
    String picture = become(mina);
    assertThat(
            api.get("/me/export").as(mina).send().body().path("account").path("picture").asText())
        .isEqualTo(picture);

    Map<String, String> proof = Map.of("password", AuthApi.PASSWORD, "ratings", "erase");
    assertThat(api.delete("/me").as(mina).body(proof).send().status()).isEqualTo(204);

    assertThat(keys()).isEmpty();
    assertThat(api.get("/users/" + mina.userId() + "/picture").send().status()).isEqualTo(404);
  }

  /** A function may die at any moment: the sweep deletes what no picture is, and nothing else. */
  @Test
  void theSweepDeletesPhotosThatAreNobodys() throws Exception {
    Session mina = api.join("mina");
    Session jun = api.join("jun");
    String kept = become(mina);
    String left = become(jun);
    DATABASE.run("delete from users where user_id = " + jun.userId());
    DATABASE.run("update discarded_photos set due_at = 'infinity' where due_at > '-infinity'");
    assertThat(keys()).hasSize(4);

    Map<String, Long> swept = api.sweep.handleRequest(Map.of(), Invocations.context());

    assertThat(swept).containsEntry("discarded_photos", 1L);
    assertThat(api.get(left).send().status()).isEqualTo(404);
    assertThat(api.get(kept).response().path("statusCode").asInt()).isEqualTo(200);
  }

  @Test
  void aSessionThatHasEndedChangesNothing() throws Exception {
    Session mina = api.join("mina");
    become(mina);
    JsonNode upload = prepare(mina, "image/png", photo.length).body();
    api.delete("/me/sessions").as(mina).send();

    assertThat(prepare(mina, "image/png", 100).status()).isEqualTo(401);
    assertThat(complete(mina, upload).status()).isEqualTo(401);
    assertThat(api.delete("/me/photo").as(mina).send().status()).isEqualTo(401);
    assertThat(keys()).hasSize(2);
  }

  @Test
  void uploadsAreLimited() {
    Session mina = api.join("mina");
    int status = 201;
    for (int i = 0; i < 60 && status == 201; i++) {
      status = prepare(mina, "image/png", 100).status();
    }

    assertThat(status).isEqualTo(429);
  }

  @Test
  void theEventFilesAreAnswered() {
    Session mina = api.join("mina");

    assertThat(event("auth/prepare-photo", mina)).isEqualTo(201);
    assertThat(event("auth/complete-photo-none-uploaded", mina)).isEqualTo(404);
    assertThat(event("auth/remove-photo", mina)).isEqualTo(204);
    assertThat(event("auth/user-picture-unknown", mina)).isEqualTo(404);
    assertThat(event("auth/photo-unknown", mina)).isEqualTo(404);
  }

  private static int event(String name, Session session) {
    ObjectNode event = EventFiles.read(name);
    if (event.path("requestContext").path("authorizer").path("lambda") instanceof ObjectNode who) {
      who.put("userId", Long.toString(session.userId())).put("sessionId", session.sessionId());
    }
    return Invocations.invoke(api.auth, event).path("statusCode").asInt();
  }

  /** The large picture's address. */
  private String become(Session session) throws Exception {
    JsonNode upload = prepare(session, "image/png", photo.length).body();
    put(upload, "image/png", photo);
    return complete(session, upload).body().path("picture").path("large").asText();
  }

  private static Answer prepare(Session session, String contentType, int bytes) {
    return api.post("/me/photo/uploads")
        .as(session)
        .body(Map.of("contentType", contentType, "bytes", bytes))
        .send();
  }

  private static Answer complete(Session session, JsonNode upload) {
    return completeNamed(session, upload.path("upload").asText());
  }

  private static Answer completeNamed(Session session, String upload) {
    return api.post("/me/photo").as(session).body(Map.of("upload", upload)).send();
  }

  private int put(JsonNode upload, String contentType, byte[] bytes) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(upload.path("url").asText()))
            .header("content-type", contentType)
            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static List<String> keys() {
    return ENDPOINTS.objects().keys("photos/", 1000);
  }

  private static byte[] png(int width, int height) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return bytes.toByteArray();
  }
}
