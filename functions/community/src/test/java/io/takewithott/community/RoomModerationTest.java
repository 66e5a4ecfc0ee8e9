package io.takewithott.community;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is taken back, blocked and reported in a room, and what leaves it with its writer. */
class RoomModerationTest {
  @RegisterExtension static final ChatWorld WORLD = new ChatWorld();

  @BeforeEach
  void reset() {
    WORLD.reset();
  }

  @Test
  void whatIsTakenBackKeepsItsNumber() {
    WORLD.quietParty(10, 1, 2);
    String host = WORLD.connect(1);
    WORLD.send(host, 10, "m1", "잘못 보냈어요");
    WORLD.heard(host);

    assertThat(WORLD.call("DELETE", "/parties/10/messages/1", 2, null).status())
        .as("somebody else's")
        .isEqualTo(404);
    assertThat(WORLD.call("DELETE", "/parties/10/messages/1", 1, null).status()).isEqualTo(204);
    assertThat(WORLD.heardOnce(host).path("type").asText()).isEqualTo("deleted");
    JsonNode left = WORLD.call("GET", "/parties/10/messages", 2, null).body().at("/messages/0");
    assertThat(left.path("seq").asLong()).isEqualTo(1);
    assertThat(left.path("deleted").asBoolean()).isTrue();
    assertThat(left.has("text")).isFalse();
  }

  @Test
  void whoIsBlockedIsNotHeardAndLeavesNoGap() {
    WORLD.quietParty(10, 1, 2, 3);
    assertThat(WORLD.call("PUT", "/me/blocks/2", 3, null).status()).isEqualTo(204);
    assertThat(WORLD.call("PUT", "/me/blocks/3", 3, null).status()).isEqualTo(409);
    assertThat(WORLD.call("PUT", "/me/blocks/999", 3, null).status()).isEqualTo(404);
    String blocked = WORLD.connect(2);
    String blocker = WORLD.connect(3);

    WORLD.send(blocked, 10, "m1", "들리나요");

    JsonNode told = WORLD.heardOnce(blocker);
    assertThat(told.at("/message/seq").asLong()).isEqualTo(1);
    assertThat(told.at("/message/hidden").asBoolean()).isTrue();
    assertThat(told.toString()).doesNotContain("들리나요");
    assertThat(WORLD.call("GET", "/parties/10/messages", 3, null).body().toString())
        .doesNotContain("들리나요");
    assertThat(WORLD.call("GET", "/me/rooms", 3, null).body().at("/rooms/0/unread").asLong())
        .isZero();
    assertThat(WORLD.call("GET", "/me/blocks", 3, null).body().toString())
        .isEqualTo("{\"users\":[{\"userId\":2,\"nickname\":\"member 2\"}]}");
    WORLD.call("DELETE", "/me/blocks/2", 3, null);
    assertThat(WORLD.call("GET", "/parties/10/messages", 3, null).body().toString())
        .contains("들리나요");
  }

  @Test
  void aReportKeepsWhatWasSaid() {
    WORLD.quietParty(10, 1, 2);
    WORLD.call("POST", "/parties/10/messages", 2, "{\"clientId\":\"m1\",\"text\":\"나쁜 말\"}");

    assertThat(report(1, 1, "abuse")).isEqualTo(204);
    assertThat(report(1, 1, "abuse")).as("again").isEqualTo(204);
    assertThat(report(2, 1, "abuse")).as("one's own").isEqualTo(404);
    assertThat(report(1, 7, "abuse")).isEqualTo(404);
    assertThat(report(1, 1, "whatever")).isEqualTo(422);
    WORLD.call("DELETE", "/parties/10/messages/1", 2, null);
    assertThat(WORLD.count("select count(*) as n from message_reports where body = '나쁜 말'"))
        .isEqualTo(1);
  }

  @Test
  void anAdministratorSeesWhatWasReportedAndTakesItAway() {
    WORLD.quietParty(10, 1, 2);
    WORLD.call("POST", "/parties/10/messages", 2, "{\"clientId\":\"m1\",\"text\":\"나쁜 말\"}");
    WORLD.call("POST", "/parties/10/messages", 2, "{\"clientId\":\"m2\",\"text\":\"다른 말\"}");
    report(1, 1, "abuse");
    WORLD.database.run("update users set role = 'admin' where user_id = 5");

    assertThat(WORLD.asAdmin("GET", "/admin/message-reports", 4, null).status())
        .as("an administrator no more")
        .isEqualTo(401);
    JsonNode reported = WORLD.asAdmin("GET", "/admin/message-reports", 5, null).body();
    assertThat(reported.path("reported")).hasSize(1);
    assertThat(reported.at("/reported/0/text").asText()).isEqualTo("나쁜 말");
    assertThat(reported.at("/reported/0/reasons/0").asText()).isEqualTo("abuse");
    assertThat(reported.toString()).doesNotContain("다른 말");

    String decision = "/admin/parties/10/messages/1/decision";
    assertThat(WORLD.asAdmin("PUT", decision, 5, "{}").status()).isEqualTo(422);
    assertThat(WORLD.asAdmin("PUT", decision, 4, "{\"removed\":true}").status()).isEqualTo(401);
    assertThat(
            WORLD
                .asAdmin("PUT", "/admin/parties/10/messages/2/decision", 5, "{\"removed\":true}")
                .status())
        .as("what nobody reported")
        .isEqualTo(404);
    assertThat(WORLD.asAdmin("PUT", decision, 5, "{\"removed\":true}").status()).isEqualTo(204);
    assertThat(WORLD.asAdmin("PUT", decision, 5, "{\"removed\":true}").status()).isEqualTo(204);
    assertThat(WORLD.asAdmin("GET", "/admin/message-reports", 5, null).body().path("reported"))
        .isEmpty();
    assertThat(WORLD.call("GET", "/parties/10/messages", 1, null).body().toString())
        .doesNotContain("나쁜 말")
        .contains("다른 말");
  }

  @Test
  void whoLeavesTheServiceTakesTheirWordsAlong() {
    WORLD.quietParty(10, 1, 2);
    WORLD.connect(2);
    WORLD.call("POST", "/parties/10/messages", 2, "{\"clientId\":\"m1\",\"text\":\"안녕히\"}");
    WORLD.database.run("update users set deleted_at = now() where user_id = 2");

    assertThat(WORLD.count("select count(*) as n from room_messages where body is not null"))
        .isZero();
    assertThat(WORLD.count("select count(*) as n from socket_connections")).isZero();
    assertThat(
            WORLD
                .call("GET", "/parties/10/messages", 1, null)
                .body()
                .at("/messages/0/deleted")
                .asBoolean())
        .isTrue();
  }

  private static int report(long userId, long seq, String reason) {
    return WORLD
        .call(
            "POST",
            "/parties/10/messages/" + seq + "/reports",
            userId,
            "{\"reason\":\"" + reason + "\"}")
        .status();
  }
}
