package io.takewithott.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.local.RunningWorld.Member;
import java.util.Map;

/** Through the routes of reviews, posts and what is said about them. */
final class VoiceTour {
  private final RouteTour tour;

  VoiceTour(RouteTour tour) {
    this.tour = tour;
  }

  void run() throws Exception {
    Member writer = tour.world().join("writer");
    Member reader = tour.world().join("reader");
    Member admin = tour.administrator("editor");
    Map<String, Object> review = Map.of("headline", "명작", "text", "두 번 봤어요", "stars", 4.5);
    long reviewId =
        tour.ask(201, "PUT", "/titles/1010/review", review, writer).path("reviewId").asLong();
    tour.ask(200, "PUT", "/titles/1010/review", Map.of("text", "세 번 봤어요"), writer);
    talk("/reviews/" + reviewId, reader, "spoiler");
    tour.get("/titles/1010/reviews?sort=newest", reader);
    tour.get("/reviews/" + reviewId, null);
    tour.get("/me/reviews", writer);

    // A photo that was to come, and never did.
    String never =
        tour.ask(
                201,
                "POST",
                "/post-photos",
                Map.of("contentType", "image/png", "bytes", 1000),
                writer)
            .path("upload")
            .asText();
    tour.ask(404, "POST", "/posts", Map.of("headline", "안녕", "text", "?", "upload", never), writer);
    String upload = tour.upload("/post-photos", writer);
    long postId =
        tour.once("/posts", Map.of("headline", "안녕", "text", "반가워요", "upload", upload), writer)
            .path("postId")
            .asLong();
    talk("/posts/" + postId, reader, "other");
    tour.ask(204, "PUT", "/posts/" + postId, Map.of("headline", "안녕!", "text", "반가워요!"), writer);
    tour.get("/posts?q=%EC%95%88%EB%85%95", null);
    tour.get("/posts/" + postId, reader);
    JsonNode own = tour.get("/me/posts", writer).path("posts");
    tour.get(own.path(0).path("photo").path("small").asText(), null);

    tour.get("/admin/reports", admin);
    tour.ask(
        204, "PUT", "/admin/reviews/" + reviewId + "/visibility", Map.of("hidden", true), admin);
    tour.ask(204, "PUT", "/admin/posts/" + postId + "/visibility", Map.of("hidden", true), admin);
    tour.get("/titles/1010/reviews", writer);
    tour.ask(204, "DELETE", "/titles/1010/review", null, writer);
    tour.ask(204, "DELETE", "/posts/" + postId, null, writer);
  }

  /** What a reader can do about either. */
  private void talk(String subject, Member reader, String reason) throws Exception {
    tour.ask(200, "PUT", subject + "/like", null, reader);
    tour.ask(200, "DELETE", subject + "/like", null, reader);
    tour.ask(204, "POST", subject + "/report", Map.of("reason", reason, "note", "봐 주세요"), reader);
    long commentId =
        tour.ask(201, "POST", subject + "/comments", Map.of("text", "저도요"), reader)
            .path("commentId")
            .asLong();
    tour.get(subject + "/comments", reader);
    tour.ask(204, "DELETE", subject + "/comments/" + commentId, null, reader);
  }
}
