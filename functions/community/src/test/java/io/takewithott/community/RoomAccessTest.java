package io.takewithott.community;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who finds a room and from when on, and what each request costs the database. */
class RoomAccessTest {
  @RegisterExtension static final ChatWorld WORLD = new ChatWorld();

  @BeforeEach
  void reset() {
    WORLD.reset();
  }

  @ParameterizedTest
  @CsvSource({
    // who, what it is to them: members are answered, everybody else finds nothing
    "host, 1, true",
    "member, 2, true",
    "has left, 3, false",
    "was removed, 4, false",
    "never joined, 5, false",
    "host of a closed party, 6, false",
    "member of a closed party, 7, false",
  })
  void onlyMembersFindTheRoom(String who, long userId, boolean member) {
    WORLD.quietParty(10, 1, 2, 3, 4);
    WORLD.end(10, 3, "left");
    WORLD.end(10, 4, "removed");
    WORLD.quietParty(11, 6, 7);
    WORLD.close(11);
    WORLD.database.run(
        """
        insert into room_messages (party_id, seq, user_id, kind, body, client_id, made_at)
        select party_id, 50, case party_id when 10 then 9 else 8 end, 'text', '비밀', 'x', now() from rooms;
        update rooms set last_seq = 50;
        """);
    long room = userId >= 6 ? 11 : 10;
    String path = "/parties/" + room;
    int ok = member ? 200 : 404;

    assertThat(WORLD.call("GET", path + "/messages", userId, null).status()).isEqualTo(ok);
    assertThat(WORLD.call("GET", path + "/messages?after=0", userId, null).status()).isEqualTo(ok);
    assertThat(WORLD.call("GET", path + "/presence", userId, null).status()).isEqualTo(ok);
    assertThat(WORLD.call("PUT", path + "/read", userId, "{\"seq\":1}").status()).isEqualTo(ok);
    assertThat(
            WORLD
                .call("POST", path + "/messages", userId, "{\"clientId\":\"a\",\"text\":\"b\"}")
                .status())
        .isEqualTo(member ? 201 : 404);
    assertThat(
            WORLD
                .call("POST", path + "/messages/50/reports", userId, "{\"reason\":\"fraud\"}")
                .status())
        .isEqualTo(member ? 204 : 404);
    assertThat(WORLD.call("DELETE", path + "/messages/50", userId, null).status()).isEqualTo(404);
    assertThat(WORLD.call("GET", "/me/rooms", userId, null).body().path("rooms").size())
        .isEqualTo(member ? 1 : 0);
    String connection = WORLD.connect(userId);
    for (String action :
        List.of(
            "\"send\",\"clientId\":\"c\",\"text\":\"d\"",
            "\"sync\",\"after\":0",
            "\"read\",\"seq\":1",
            "\"presence\"")) {
      WORLD.say(connection, "{\"partyId\":" + room + ",\"action\":" + action + "}");
      JsonNode heard = WORLD.heardOnce(connection);
      assertThat(heard.path("code").asText()).as(action).isEqualTo(member ? "" : "NOT_FOUND");
      assertThat(heard.toString().contains("비밀")).isEqualTo(member && action.contains("sync"));
    }
  }

  @Test
  void whoComesLaterDoesNotReadWhatWasSaidBefore() {
    WORLD.party(10, 1, 2);
    WORLD.call("POST", "/parties/10/messages", 2, "{\"clientId\":\"m1\",\"text\":\"우리끼리\"}");
    WORLD.seat(10, 2, 3);
    WORLD.call("POST", "/parties/10/messages", 2, "{\"clientId\":\"m2\",\"text\":\"어서 와요\"}");

    JsonNode page = WORLD.call("GET", "/parties/10/messages", 3, null).body();
    assertThat(page.toString()).contains("어서 와요").doesNotContain("우리끼리");
    assertThat(page.at("/messages/0/kind").asText()).isEqualTo("joined");
    assertThat(page.path("more").asBoolean()).isFalse();
    assertThat(WORLD.call("GET", "/me/rooms", 3, null).body().at("/rooms/0/unread").asLong())
        .isEqualTo(1);
    assertThat(
            WORLD
                .call("POST", "/parties/10/messages/2/reports", 3, "{\"reason\":\"abuse\"}")
                .status())
        .isEqualTo(404);
    assertThat(WORLD.call("GET", "/parties/10/messages", 2, null).body().toString())
        .contains("우리끼리");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /socket/tickets",
    "GET, /me/rooms",
    "GET, /parties/10/messages",
    "POST, /parties/10/messages",
    "DELETE, /parties/10/messages/1",
    "POST, /parties/10/messages/1/reports",
    "PUT, /parties/10/read",
    "GET, /parties/10/presence",
    "GET, /me/blocks",
    "PUT, /me/blocks/2",
    "DELETE, /me/blocks/2",
    "GET, /me/notifications",
    "PUT, /me/notifications/read",
    "GET, /me/notification-preferences",
    "PUT, /me/notification-preferences",
  })
  void nobodyAndWhoHasLoggedOutAreRefused(String method, String path) {
    WORLD.quietParty(10, 1, 2);
    WORLD.database.run(
        "update sessions set ended_at = '2026-11-21T09:00:00Z', end_reason = 'LOGGED_OUT' where user_id = 1");
    Map<String, Object> everything =
        path.endsWith("/messages")
            ? Map.of("clientId", "a", "text", "b")
            : path.endsWith("reports")
                ? Map.of("reason", "fraud")
                : path.startsWith("/me/notifications/")
                    ? Map.of("upTo", 1)
                    : path.endsWith("preferences") ? Map.of("kinds", Map.of()) : Map.of("seq", 1);
    String body = method.equals("GET") ? null : Json.text(everything);

    assertThat(WORLD.call(method, path, 0, body).status()).isEqualTo(401);
    assertThat(WORLD.call(method, path, 1, body).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"send\",\"partyId\":10,\"clientId\":\"c\",\"text\":\"d\"', 1",
    "'\"sync\",\"partyId\":10,\"after\":0', 1",
    "'\"read\",\"partyId\":10,\"seq\":1', 1",
    "'\"typing\",\"partyId\":10', 1",
    "'\"presence\",\"partyId\":10', 1",
    "'\"ping\"', 1",
  })
  void anActionIsOneCallOfTheDatabase(String action, int calls) {
    WORLD.quietParty(10, 1, 2, 3);
    String connection = WORLD.connect(1);
    WORLD.connect(2);
    int before = WORLD.database.calls();

    WORLD.say(connection, "{\"action\":" + action + "}");

    assertThat(WORLD.database.calls() - before).isEqualTo(calls);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /socket/tickets, , 1",
    "GET, /me/rooms, , 1",
    "GET, /parties/10/messages, , 1",
    "POST, /parties/10/messages, '{\"clientId\":\"a\",\"text\":\"b\"}', 1",
    "DELETE, /parties/10/messages/1, , 1",
    "POST, /parties/10/messages/1/reports, '{\"reason\":\"fraud\"}', 2",
    "PUT, /parties/10/read, '{\"seq\":1}', 1",
    "GET, /parties/10/presence, , 1",
    "GET, /me/blocks, , 1",
    "PUT, /me/blocks/2, , 1",
    "DELETE, /me/blocks/2, , 1",
    "GET, /me/notifications, , 1",
    "PUT, /me/notifications/read, '{\"upTo\":1}', 1",
    "GET, /me/notification-preferences, , 1",
    "PUT, /me/notification-preferences, '{\"kinds\":{\"followed\":false}}', 1",
  })
  void aRequestIsSoManyCallsOfTheDatabase(String method, String path, String body, int calls) {
    WORLD.quietParty(10, 1, 2, 3);
    int before = WORLD.database.calls();

    WORLD.call(method, path, 1, body);

    assertThat(WORLD.database.calls() - before).isEqualTo(calls);
  }
}
