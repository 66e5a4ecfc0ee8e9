package io.takewithott.community;

import static io.takewithott.community.CommunityScene.ADMIN;
import static io.takewithott.community.CommunityScene.JUN;
import static io.takewithott.community.CommunityScene.MINA;
import static io.takewithott.community.CommunityScene.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.community.CommunityScene.Answer;
import io.takewithott.core.database.Sql;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final CommunityScene scene = new CommunityScene(DATABASE, ENDPOINTS);

  @BeforeEach
  void setTheScene() {
    scene.set();
  }

  @Test
  void aPostIsWrittenReadEditedAndDeleted() {
    long id = scene.post(MINA, "설날에 뭐 보죠?", "추천해 주세요");

    assertThat(scene.get("/posts/" + id, NOBODY).body().path("headline").asText())
        .isEqualTo("설날에 뭐 보죠?");
    Map<String, Object> words = Map.of("headline", "추석에 뭐 보죠?", "text", "추천");
    assertThat(scene.call("PUT", "/posts/" + id, words, JUN).message())
        .isEqualTo("This post is somebody else's");
    assertThat(scene.call("PUT", "/posts/" + id, words, MINA).status()).isEqualTo(204);
    assertThat(scene.get("/posts/" + id, JUN).body().path("text").asText()).isEqualTo("추천");
    assertThat(scene.get("/posts/" + id, JUN).body().has("editedAt")).isTrue();
    assertThat(scene.call("PUT", "/posts/99", words, MINA).status()).isEqualTo(404);
    assertThat(scene.call("DELETE", "/posts/" + id, null, JUN).status()).isEqualTo(403);
    assertThat(scene.call("DELETE", "/posts/" + id, null, MINA).status()).isEqualTo(204);
    assertThat(scene.call("DELETE", "/posts/" + id, null, MINA).status()).isEqualTo(204);
    assertThat(scene.get("/posts/" + id, MINA).status()).isEqualTo(404);
  }

  @Test
  void postsAreReadPageByPageNewestFirst() {
    DATABASE.run(
        """
        insert into posts (user_id, headline, body, created_at)
        select case when n % 5 = 0 then 1000001 else 1000002 end, 'h' || n, 'b', now() from generate_series(1, 45) n
        """);

    assertThat(pages("/posts?")).containsExactly(20, 20, 5);
    JsonNode own = scene.get("/me/posts", MINA).body().path("posts");
    assertThat(own).hasSize(9);
    assertThat(own.get(0).path("headline").asText()).isEqualTo("h45");
  }

  private List<Integer> pages(String path) {
    List<Integer> sizes = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = scene.get(path + "cursor=" + cursor, NOBODY).body();
      sizes.add(page.path("posts").size());
      cursor = page.path("next").asText();
    } while (!cursor.isEmpty());
    return sizes;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100% | 1",
        "a_b | 1",
        "c\\d | 1",
        "기생충 | 2",
        "PARASITE | 1",
        "%% | 0",
        "__ | 0",
        "x' or 1=1 -- | 1",
        "nothing | 0",
      })
  void aSearchTakesWordsAsTheyStand(String words, int found) {
    scene.post(MINA, "100% 추천", "a_b");
    scene.post(MINA, "기생충", "Parasite c\\d");
    scene.post(JUN, "또 기생충", "x' or 1=1 --");

    Answer answer =
        scene.get("/posts?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8), NOBODY);
    assertThat(answer.body().path("posts")).hasSize(found);
  }

  @Test
  void aSearchForComposedLettersFindsThemHoweverTheyWereTyped() {
    scene.post(MINA, java.text.Normalizer.normalize("기생충", java.text.Normalizer.Form.NFD), "x");

    assertThat(scene.get("/posts?q=%EA%B8%B0%EC%83%9D", NOBODY).body().path("posts")).hasSize(1);
    assertThat(scene.get("/posts?q=" + "a".repeat(51), NOBODY).code()).isEqualTo("INVALID_VALUE");
  }

  @Test
  void aPostThatIsSentAgainIsStoredOnce() {
    Map<String, Object> words = Map.of("headline", "h", "text", "t");

    Answer first = scene.call("POST", "/posts", words, MINA, "k");
    Answer again = scene.call("POST", "/posts", words, MINA, "k");
    Answer byAnother = scene.call("POST", "/posts", words, JUN, "k");

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(byAnother.body()).isNotEqualTo(first.body());
    assertThat(scene.call("POST", "/posts", Map.of("headline", "h", "text", "u"), MINA, "k").code())
        .isEqualTo("CONFLICT");
    assertThat(rows("select '1' as text from posts")).hasSize(2);
  }

  @Test
  void aPhotoIsMadeAnewAndServedWithThePost() throws Exception {
    byte[] photo = photo(3000, 1000);
    String upload = upload(MINA, photo);
    Map<String, Object> words = new HashMap<>(Map.of("headline", "h", "text", "t"));
    words.put("upload", upload);

    assertThat(scene.call("POST", "/posts", words, JUN).message())
        .isEqualTo("No upload of yours is there under that name: upload the photo again");
    Answer made = scene.call("POST", "/posts", words, MINA, "k");
    Answer again = scene.call("POST", "/posts", words, MINA, "k");

    assertThat(made.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(made.body());
    JsonNode shown = scene.get("/posts/" + made.body().path("postId").asLong(), NOBODY).body();
    String key = shown.path("photo").path("large").asText().split("/")[2];
    BufferedImage large = stored(key, "large");
    assertThat(large.getWidth() + " x " + large.getHeight()).isEqualTo("1600 x 533");
    assertThat(stored(key, "small").getWidth()).isEqualTo(480);
    assertThat(rows("select photo_key as text from discarded_photos"))
        .as("the one that jun's request would have made is none")
        .isEmpty();
    assertThat(scene.call("POST", "/posts", words, MINA).status()).as("used up").isEqualTo(404);

    long postId = made.body().path("postId").asLong();
    scene.call("DELETE", "/posts/" + postId, null, MINA);
    assertThat(ENDPOINTS.objects().get("photos/" + key + "/large.jpg")).isEmpty();
    assertThat(rows("select photo_key as text from discarded_photos")).containsExactly(key);
  }

  @Test
  void whatIsNoPhotoBecomesNoPost() throws Exception {
    String upload = upload(MINA, "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));
    Map<String, Object> words = Map.of("headline", "h", "text", "t", "upload", upload);

    assertThat(scene.call("POST", "/posts", words, MINA).message())
        .isEqualTo("The photo is of no known format, and only JPEG, PNG and GIF are taken");
    assertThat(rows("select '1' as text from posts")).isEmpty();
    for (Object given :
        List.of(
            Map.of("contentType", "image/svg+xml", "bytes", 10),
            Map.of("contentType", "image/png", "bytes", 0),
            Map.of("contentType", "image/png", "bytes", 9_000_000),
            Map.of("bytes", 10))) {
      assertThat(scene.call("POST", "/post-photos", given, MINA).code()).isEqualTo("INVALID_VALUE");
    }
    assertThat(
            scene
                .call(
                    "POST",
                    "/posts",
                    Map.of("headline", "h", "text", "t", "upload", "../../x"),
                    MINA)
                .status())
        .isEqualTo(404);
  }

  @Test
  void anUploadIsGoodForItsTimeAndOnlySoManyWait() {
    for (int i = 0; i < 12; i++) {
      scene.call("POST", "/post-photos", Map.of("contentType", "image/png", "bytes", 10), MINA);
    }
    assertThat(rows("select upload_key as text from post_uploads")).hasSize(10);
    String upload = rows("select upload_key as text from post_uploads").get(0);
    DATABASE.run("update post_uploads set until = now() - interval '1 second'");

    assertThat(
            scene
                .call(
                    "POST", "/posts", Map.of("headline", "h", "text", "t", "upload", upload), MINA)
                .status())
        .isEqualTo(404);
  }

  @Test
  void aHiddenPostIsSeenByItsAuthorAlone() {
    long id = scene.post(MINA, "광고", "사세요");
    scene.call("POST", "/posts/" + id + "/report", Map.of("reason", "spam"), JUN);
    assertThat(
            scene.get("/admin/reports", ADMIN).body().path("reported").get(0).path("kind").asText())
        .isEqualTo("post");

    scene.call("PUT", "/admin/posts/" + id + "/visibility", Map.of("hidden", true), ADMIN);

    assertThat(scene.get("/posts", JUN).body().path("posts")).isEmpty();
    assertThat(scene.get("/posts?q=%EA%B4%91%EA%B3%A0", JUN).body().path("posts")).isEmpty();
    assertThat(scene.get("/posts/" + id, JUN).status()).isEqualTo(404);
    assertThat(scene.get("/posts/" + id, MINA).body().path("hidden").asBoolean()).isTrue();
    assertThat(scene.call("POST", "/posts/" + id + "/comments", Map.of("text", "x"), JUN).status())
        .isEqualTo(404);
    assertThat(scene.call("DELETE", "/posts/" + id, null, ADMIN).status()).isEqualTo(204);
  }

  @Test
  void whoLeavesLeavesWordsWithoutANameAndNoPhoto() {
    long id = scene.post(MINA, "h", "t");
    DATABASE.run("update posts set photo_key = 'abc'");
    DATABASE.run("update users set deleted_at = now() where user_id = 1000001");

    JsonNode shown = scene.get("/posts/" + id, NOBODY).body();
    assertThat(shown.path("author")).hasToString("{\"gone\":true}");
    assertThat(shown.has("photo")).isFalse();
    assertThat(rows("select photo_key as text from discarded_photos")).containsExactly("abc");
  }

  private String upload(long userId, byte[] bytes) throws Exception {
    JsonNode prepared =
        scene
            .call(
                "POST",
                "/post-photos",
                Map.of("contentType", "image/png", "bytes", bytes.length),
                userId)
            .body();
    HttpResponse<String> stored =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(prepared.path("url").asText()))
                    .header("content-type", "image/png")
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
    return prepared.path("upload").asText();
  }

  private static BufferedImage stored(String key, String size) throws Exception {
    return ImageIO.read(
        new ByteArrayInputStream(
            ENDPOINTS.objects().get("photos/" + key + "/" + size + ".jpg").orElseThrow().bytes()));
  }

  private static byte[] photo(int width, int height) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  record Row(String text) {}

  private static List<String> rows(String sql) {
    return DATABASE.database().read(Sql.of(sql), Row.class).stream().map(Row::text).toList();
  }
}
