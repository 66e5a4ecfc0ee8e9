package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.local.RunningWorld.Member;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Through the routes of titles: what everybody sees, what is one's own, and what is searched. */
final class TitleTour {
  private final RouteTour tour;

  TitleTour(RouteTour tour) {
    this.tour = tour;
  }

  void run() throws Exception {
    Member viewer = tour.world().join("viewer");
    everybody();
    opinions(viewer);
    own(viewer);
    searches(viewer);
    files();
  }

  private void everybody() throws Exception {
    tour.get("/home", null);
    tour.get("/titles", null);
    tour.get("/titles?genre=drama&sort=rating&limit=5&yearFrom=1990&ageAtMost=19", null);
    tour.get("/titles/1001", null);
    JsonNode title = tour.get("/titles/2001", null);
    tour.get("/people/" + title.path("credits").path(0).path("personId").asLong(), null);
    tour.get("/genres", null);
    tour.get("/services", null);
    tour.get("/ranks", null);
    tour.get("/value", null);
    tour.get("/attributions", null);
    tour.get("/titles/1001/poster", null);
  }

  private void opinions(Member viewer) throws Exception {
    tour.ask(200, "PUT", "/titles/1001/rating", Map.of("stars", 4.5), viewer);
    tour.ask(200, "PUT", "/titles/1001/rating", Map.of("stars", 3), viewer);
    tour.ask(200, "POST", "/titles/1001/rating/undo", null, viewer);
    tour.ask(200, "PUT", "/titles/1002/rating", Map.of("stars", 2), viewer);
    tour.ask(200, "DELETE", "/titles/1002/rating", null, viewer);
    tour.ask(200, "PUT", "/titles/1003/reaction", Map.of("reaction", "like"), viewer);
    tour.ask(204, "PUT", "/titles/1004/wish", null, viewer);
    tour.ask(200, "PUT", "/titles/1005/dismissal", null, viewer);
    tour.ask(200, "PUT", "/titles/1006/progress", Map.of("seconds", 300), viewer);
    tour.ask(200, "PUT", "/titles/1007/progress", Map.of("finished", true), viewer);
    tour.ask(200, "PUT", "/me/picks", Map.of("titleIds", List.of(1001, 2001, 3001)), viewer);
    for (String list : List.of("ratings", "wishes", "watches", "dismissals", "reactions")) {
      tour.get("/me/" + list, viewer);
    }
    tour.ask(200, "DELETE", "/titles/1003/reaction", null, viewer);
    tour.ask(204, "DELETE", "/titles/1004/wish", null, viewer);
    tour.ask(200, "DELETE", "/titles/1005/dismissal", null, viewer);
    String file = "title,year,rating\n기생충,2019,4.5\n없는 영화,1999,3\n줄 하나가 이상함\n";
    assertThat(
            tour.send(
                    tour.request("/me/ratings/imports?existing=keep", viewer)
                        .header("content-type", "application/octet-stream")
                        .POST(BodyPublishers.ofString(file)))
                .statusCode())
        .isEqualTo(200);
  }

  private void own(Member viewer) throws Exception {
    tour.world().currentHome(viewer);
    tour.get("/home?alpha=0.5", viewer);
    tour.ask(204, "POST", "/home/opens", Map.of("kind", "FOR_YOU"), viewer);
    tour.get("/titles/1001/mine", viewer);
    tour.get("/value?ads=false", viewer);
    tour.ask(
        200,
        "POST",
        "/rotation",
        Map.of(
            "titleIds",
            List.of(1001, 1002, 2001, 2002, 999999),
            "months",
            2,
            "monthlyBudgetWon",
            20_000,
            "titlesPerMonth",
            2),
        viewer);
    tour.get("/me/taste", viewer);
    Member friend = tour.world().join("friend");
    tour.ask(200, "PUT", "/me/following/" + viewer.userId(), null, friend);
    tour.get("/users/" + viewer.userId() + "/taste-match", friend);
    tour.ask(200, "PUT", "/me/following/" + friend.userId(), null, viewer);
    tour.get("/me/companions", viewer);
    tour.get("/me/together?with=" + friend.userId(), viewer);
  }

  private void searches(Member viewer) throws Exception {
    for (String words : List.of("기생충", "봉준호", "스릴러", "밥은 먹고 다니냐")) {
      tour.get("/search?q=" + encoded(words), null);
    }
    tour.get("/suggest?q=" + encoded("ㄱㅅㅊ"), null);
    tour.get("/lines?q=" + encoded("밥은 먹고 다니냐"), null);
    tour.get("/lines?q=" + encoded("ㅎ"), null);
    new Browser(tour.standIns())
        .post("/_local/standins/clova/hears?text=" + encoded("밥은 먹고 다니냐"), Map.of());
    assertThat(
            tour.send(
                    tour.request("/speech?language=ko", viewer)
                        .header("content-type", "audio/wav")
                        .POST(
                            BodyPublishers.ofString(
                                "RIFF\0\0\0\0WAVEfmt ", StandardCharsets.ISO_8859_1)))
                .statusCode())
        .isEqualTo(200);
  }

  /** Pictures and clips out of the bucket. */
  private void files() throws Exception {
    tour.get("/clips/drama.webm", null);
    tour.world().server().objects().put("posters/tour.png", new byte[] {1, 2, 3}, "image/png");
    tour.get("/posters/tour.png", null);
    tour.run("update titles set poster_key = 'tour.png' where title_id = 1008");
    tour.ask(302, "GET", "/titles/1008/poster", null, (String) null);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
