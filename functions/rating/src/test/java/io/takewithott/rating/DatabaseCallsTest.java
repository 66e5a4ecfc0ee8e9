package io.takewithott.rating;

import static io.takewithott.rating.RatingScene.MINA;
import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.rating.RatingScene.Answer;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What each route costs in calls of the database and in messages. */
class DatabaseCallsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final RatingScene scene = new RatingScene(DATABASE, ENDPOINTS);

  @Test
  void everyRouteMakesAsManyCallsAsItSays() {
    scene.set(9);
    DATABASE.run("insert into follows values (1000001, 1000002, 'following', now())");
    count(1, 1, () -> call("PUT", "/titles/3/rating", Map.of("stars", 4)));
    count(1, 1, () -> call("POST", "/titles/3/rating/undo", null));
    count(1, 1, () -> call("DELETE", "/titles/3/rating", null));
    count(1, 1, () -> call("PUT", "/titles/3/reaction", Map.of("reaction", "like")));
    count(1, 1, () -> call("DELETE", "/titles/3/reaction", null));
    settle();
    count(1, 0, () -> call("PUT", "/titles/3/wish", null));
    count(1, 0, () -> call("DELETE", "/titles/3/wish", null));
    count(1, 1, () -> call("PUT", "/titles/3/dismissal", null));
    count(1, 1, () -> call("DELETE", "/titles/3/dismissal", null));
    count(1, 0, () -> call("PUT", "/titles/3/progress", Map.of("seconds", 5)));
    count(1, 1, () -> call("PUT", "/titles/3/progress", Map.of("finished", true)));
    count(1, 1, () -> call("PUT", "/me/picks", Map.of("titleIds", List.of(1, 2, 3))));
    for (String list :
        List.of("ratings", "wishes", "watches", "dismissals", "reactions", "taste")) {
      count(1, 0, () -> call("GET", "/me/" + list, null));
    }
    count(1, 0, () -> call("GET", "/users/1000002/taste-match", null));
    settle();
    byte[] file = "Title,Rating\ntitle 1,4\n".getBytes(StandardCharsets.UTF_8);
    count(3, 1, () -> scene.upload("/me/ratings/imports", file, MINA));
    count(1, 1, () -> scene.upload("/me/ratings/imports", file, MINA));
  }

  /** So that no message is delayed as one of a burst. */
  private static void settle() {
    DATABASE.run("update users set taste_pace = 0, taste_changed_at = null");
  }

  private Answer call(String method, String path, @Nullable Object body) {
    return scene.call(method, path, body, MINA);
  }

  private static void count(int calls, int messages, Supplier<Answer> request) {
    int callsBefore = DATABASE.calls();
    int messagesBefore = ENDPOINTS.queued();
    Answer answer = request.get();
    assertThat(answer.status()).as(answer.toString()).isLessThan(300);
    assertThat(DATABASE.calls() - callsBefore).as("calls").isEqualTo(calls);
    assertThat(ENDPOINTS.queued() - messagesBefore).as("messages").isEqualTo(messages);
  }
}
