package io.takewithott.community;

import static io.takewithott.community.CommunityScene.ADMIN;
import static io.takewithott.community.CommunityScene.JUN;
import static io.takewithott.community.CommunityScene.MINA;
import static io.takewithott.community.CommunityScene.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.community.CommunityScene.Answer;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What each route costs: one call of the database; a post with a photo is in BoardTest. */
class DatabaseCallsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final CommunityScene scene = new CommunityScene(DATABASE, ENDPOINTS);

  @Test
  void everyRouteMakesOneCall() {
    scene.set();
    DATABASE.run(
        """
        insert into reviews (review_id, user_id, title_id, body, created_at) values (7, 1000001, 9, 'x', now());
        insert into posts (post_id, user_id, headline, body, created_at) values (7, 1000001, 'x', 'x', now());
        """);
    once(() -> scene.call("PUT", "/titles/3/review", Map.of("text", "x", "stars", 4), MINA));
    once(() -> scene.get("/titles/3/reviews", NOBODY));
    once(() -> scene.call("DELETE", "/titles/3/review", null, MINA));
    once(() -> scene.call("POST", "/posts", Map.of("headline", "h", "text", "t"), MINA));
    once(() -> scene.get("/posts", NOBODY));
    once(() -> scene.get("/posts?q=x", NOBODY));
    once(() -> scene.call("PUT", "/posts/7", Map.of("headline", "h", "text", "t"), MINA));
    once(
        () ->
            scene.call(
                "POST", "/post-photos", Map.of("contentType", "image/png", "bytes", 9), MINA));
    for (String subject : List.of("/reviews/7", "/posts/7")) {
      once(() -> scene.get(subject, NOBODY));
      once(() -> scene.call("PUT", subject + "/like", null, JUN));
      once(() -> scene.call("DELETE", subject + "/like", null, JUN));
      once(() -> scene.call("POST", subject + "/report", Map.of("reason", "spam"), JUN));
      once(() -> scene.call("POST", subject + "/comments", Map.of("text", "x"), JUN));
      once(() -> scene.get(subject + "/comments", NOBODY));
      once(() -> scene.call("DELETE", subject + "/comments/1", null, JUN));
      once(
          () ->
              scene.call("PUT", "/admin" + subject + "/visibility", Map.of("hidden", true), ADMIN));
    }
    once(() -> scene.get("/me/reviews", MINA));
    once(() -> scene.get("/me/posts", MINA));
    once(() -> scene.get("/admin/reports", ADMIN));
    once(() -> scene.call("DELETE", "/posts/7", null, MINA));
  }

  private static void once(Supplier<Answer> request) {
    int before = DATABASE.calls();
    Answer answer = request.get();
    assertThat(answer.status()).as(answer.toString()).isLessThan(300);
    assertThat(DATABASE.calls() - before).isEqualTo(1);
  }
}
