package io.takewithott.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.local.RunningWorld.Member;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;

/** Through the routes of a party's room, and of what somebody is told. */
final class RoomTour {
  private final RouteTour tour;

  RoomTour(RouteTour tour) {
    this.tour = tour;
  }

  void run(long party, Member host, Member member) throws Exception {
    WebSocket connection = connect(host);
    String room = "/parties/" + party;
    long seq = send(room, host, "안녕하세요");
    tour.get("/me/rooms", member);
    tour.get(room + "/messages", member);
    tour.ask(200, "PUT", room + "/read", Map.of("seq", seq), member);
    tour.get(room + "/presence", member);
    tour.ask(
        204, "POST", room + "/messages/" + seq + "/reports", Map.of("reason", "abuse"), member);
    long regretted = send(room, member, "잘못 썼어요");
    tour.ask(204, "DELETE", room + "/messages/" + regretted, null, member);
    tour.get(room + "/messages?after=0", host);
    Member admin = tour.administrator("moderator");
    tour.get("/admin/message-reports", admin);
    tour.ask(
        204,
        "PUT",
        "/admin/parties/" + party + "/messages/" + seq + "/decision",
        Map.of("removed", true),
        admin);
    tour.ask(204, "PUT", "/me/blocks/" + host.userId(), null, member);
    tour.get("/me/blocks", member);
    tour.ask(204, "DELETE", "/me/blocks/" + host.userId(), null, member);
    notices(host);
    connection.sendText("{\"action\":\"sync\",\"partyId\":" + party + ",\"after\":0}", true).join();
    connection.sendText("{\"action\":\"ping\"}", true).join();
  }

  /** A connection that hears what is said; the room's functions write to it. */
  private WebSocket connect(Member who) throws Exception {
    String address = tour.ask(201, "POST", "/socket/tickets", null, who).path("url").asText();
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(URI.create(address), new WebSocket.Listener() {})
        .join();
  }

  private long send(String room, Member who, String text) throws Exception {
    return tour.ask(
            201,
            "POST",
            room + "/messages",
            Map.of("clientId", "c" + System.nanoTime(), "text", text),
            who)
        .path("seq")
        .asLong();
  }

  private void notices(Member who) throws Exception {
    JsonNode page = tour.get("/me/notifications", who);
    long newest = page.path("notifications").path(0).path("id").asLong();
    tour.ask(200, "PUT", "/me/notifications/read", Map.of("upTo", newest), who);
    JsonNode kinds = tour.get("/me/notification-preferences", who).path("kinds");
    String kind = kinds.fieldNames().next();
    tour.ask(200, "PUT", "/me/notification-preferences", Map.of("kinds", Map.of(kind, false)), who);
  }
}
