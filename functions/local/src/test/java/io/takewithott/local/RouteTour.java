package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.database.Sql;
import io.takewithott.core.json.Json;
import io.takewithott.local.RunningWorld.Answer;
import io.takewithott.local.RunningWorld.Member;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** What every part of the walk through all routes needs: somebody to ask, and how. */
final class RouteTour {
  static final String PASSWORD = "correct horse";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningWorld world;
  private final HttpClient http = HttpClient.newHttpClient();
  private int keys;

  RouteTour(RunningWorld world) {
    this.world = world;
  }

  RunningWorld world() {
    return world;
  }

  /** Asks, and is answered with that status. */
  JsonNode ask(int status, String method, String path, @Nullable Object body, Member who)
      throws Exception {
    return ask(status, method, path, body, who.token());
  }

  JsonNode ask(
      int status, String method, String path, @Nullable Object body, @Nullable String token)
      throws Exception {
    Answer answer = world.call(method, path, body, token);
    assertThat(answer.status()).as(method + " " + path + " " + answer.body()).isEqualTo(status);
    return answer.body();
  }

  JsonNode get(String path, @Nullable Member who) throws Exception {
    return ask(200, "GET", path, null, who == null ? null : who.token());
  }

  /** A write that bears a key of its own, so that it is done once. */
  JsonNode once(String path, Object body, Member who) throws Exception {
    HttpResponse<byte[]> response =
        send(
            request(path, who)
                .header("idempotency-key", "tour-key-" + ++keys)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body))));
    assertThat(response.statusCode())
        .as(path + " " + new String(response.body(), StandardCharsets.UTF_8))
        .isEqualTo(201);
    return Json.tree(response.body());
  }

  HttpRequest.Builder request(String path, Member who) {
    return HttpRequest.newBuilder(world.address(path))
        .header("authorization", "Bearer " + who.token());
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
  }

  /** Puts a picture where the answer says, as a page does. */
  String upload(String path, Member who) throws Exception {
    byte[] photo = png();
    JsonNode place =
        ask(201, "POST", path, Map.of("contentType", "image/png", "bytes", photo.length), who);
    HttpResponse<byte[]> put =
        send(
            HttpRequest.newBuilder(URI.create(place.path("url").asText()))
                .header("content-type", "image/png")
                .PUT(BodyPublishers.ofByteArray(photo)));
    assertThat(put.statusCode()).isEqualTo(200);
    return place.path("upload").asText();
  }

  private static byte[] png() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  /** Where the providers stand in, and are told how to behave. */
  URI standIns() {
    return URI.create(world.server().clientSettings().get("AWS_ENDPOINT_URL_SQS"));
  }

  /** What follows that page's name in the newest mail to somebody, once it has come. */
  String linkTo(String email, String page) throws InterruptedException {
    return MailedLink.to(world.server(), email, page);
  }

  void run(String sql) {
    world.server().database().write(Sql.of(sql));
  }

  /** The one {@code text} that a query answers. */
  String one(String sql) {
    return world.server().database().readOne(Sql.of(sql), Text.class).orElseThrow().text();
  }

  Member administrator(String name) throws Exception {
    Member member = world.join(name);
    run("update users set role = 'admin' where user_id = " + member.userId());
    return logIn(member);
  }

  Member logIn(Member member) throws Exception {
    JsonNode answer =
        ask(
            200,
            "POST",
            "/sessions",
            Map.of("email", member.email(), "password", PASSWORD),
            (String) null);
    return new Member(
        member.userId(),
        member.email(),
        answer.path("accessToken").asText(),
        answer.path("sessionId").asText());
  }

  record Text(String text) {}
}
