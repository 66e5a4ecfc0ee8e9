package io.takewithott.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.local.RunningWorld.Member;
import java.util.Map;

/** Through the routes of administrators that belong to no other part. */
final class AdminTour {
  private final RouteTour tour;

  AdminTour(RouteTour tour) {
    this.tour = tour;
  }

  void run() throws Exception {
    Member admin = tour.administrator("chief");
    Member member = tour.world().join("citizen");
    tour.get("/admin/users/" + member.userId() + "/security-events", admin);
    tour.ask(
        204, "PUT", "/admin/users/" + member.userId() + "/role", Map.of("role", "admin"), admin);
    String override = "/admin/titles/1001/services/tving";
    Map<String, Object> seen =
        Map.of("available", true, "source", "https://www.tving.com", "asOf", "2026-11-20");
    tour.ask(204, "PUT", override, seen, admin);
    tour.get("/titles/1001", null);
    tour.ask(204, "DELETE", override, null, admin);
    lines(member, admin);
    long run =
        tour.ask(202, "POST", "/admin/imports", Map.of("mode", "full", "dry", true), admin)
            .path("runId")
            .asLong();
    tour.get("/admin/imports", admin);
    tour.get("/admin/imports/" + run, admin);
  }

  private void lines(Member member, Member admin) throws Exception {
    String accepted = suggest(member, "나는 오늘 이 섬을 나간다");
    String refused = suggest(member, "이런 말은 아무도 안 했다");
    tour.get("/admin/line-suggestions", admin);
    tour.ask(200, "POST", accepted + "/acceptance", null, admin);
    tour.ask(200, "POST", refused + "/refusal", Map.of("reason", "NOT_SAID"), admin);
    tour.get("/admin/line-suggestions?state=refused", admin);
  }

  private String suggest(Member member, String line) throws Exception {
    JsonNode made =
        tour.ask(202, "POST", "/titles/1001/lines", Map.of("line", line, "speaker", "강인찬"), member);
    return "/admin/line-suggestions/" + made.path("suggestionId").asLong();
  }
}
