package io.takewithott.community;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said in a room, on connections and over HTTP. */
class RoomTest {
  @RegisterExtension static final ChatWorld WORLD = new ChatWorld();

  @BeforeEach
  void reset() {
    WORLD.reset();
  }

  @Test
  void everybodyInTheRoomHearsAndTheSenderIsAnswered() {
    WORLD.quietParty(10, 1, 2, 3);
    String host = WORLD.connect(1);
    String member = WORLD.connect(2);
    String telephone = WORLD.connect(2);
    String stranger = WORLD.connect(4);

    WORLD.send(member, 10, "m1", "안녕하세요 👋");

    JsonNode ack = WORLD.heardOnce(member);
    assertThat(ack.path("type").asText()).isEqualTo("ack");
    assertThat(ack.path("clientId").asText()).isEqualTo("m1");
    assertThat(ack.path("seq").asLong()).isEqualTo(1);
    for (String other : List.of(host, telephone)) {
      JsonNode told = WORLD.heardOnce(other);
      assertThat(told.path("type").asText()).isEqualTo("message");
      assertThat(told.path("partyId").asLong()).isEqualTo(10);
      assertThat(told.at("/message/seq").asLong()).isEqualTo(1);
      assertThat(told.at("/message/text").asText()).isEqualTo("안녕하세요 👋");
      assertThat(told.at("/message/userId").asLong()).isEqualTo(2);
      assertThat(told.at("/message/nickname").asText()).isEqualTo("member 2");
    }
    assertThat(WORLD.heard(stranger)).isEmpty();
  }

  @Test
  void sendingAgainGivesTheSameNumberAndStoresNothing() {
    WORLD.quietParty(10, 1, 2);
    String member = WORLD.connect(2);
    WORLD.send(member, 10, "m1", "한 번");
    WORLD.send(member, 10, "m2", "두 번");
    WORLD.heard(member);

    WORLD.send(member, 10, "m1", "한 번");
    var overHttp =
        WORLD.call("POST", "/parties/10/messages", 2, "{\"clientId\":\"m2\",\"text\":\"두 번\"}");

    assertThat(WORLD.heard(member).get(0).path("seq").asLong()).isEqualTo(1);
    assertThat(overHttp.status()).isEqualTo(201);
    assertThat(overHttp.body().path("seq").asLong()).isEqualTo(2);
    assertThat(WORLD.count("select count(*) as n from room_messages")).isEqualTo(2);
  }

  @Test
  void manyAtOnceAreNumberedWithoutGapAndOnce() {
    WORLD.quietParty(10, 1, 2, 3, 4, 5);
    LongStream.rangeClosed(1, 5)
        .boxed()
        .flatMap(user -> LongStream.rangeClosed(1, 8).mapToObj(n -> Map.entry(user, n)))
        .flatMap(each -> java.util.stream.Stream.of(each, each))
        .parallel()
        .forEach(
            each ->
                WORLD.call(
                    "POST",
                    "/parties/10/messages",
                    each.getKey(),
                    "{\"clientId\":\"m" + each.getValue() + "\",\"text\":\"x\"}"));

    assertThat(
            WORLD.count(
                "select count(*) as n from room_messages m join rooms r using (party_id) where r.last_seq = 40"))
        .isEqualTo(40);
    assertThat(WORLD.count("select max(seq) as n from room_messages")).isEqualTo(40);
  }

  @Test
  void whoMissedSomethingAsksForIt() {
    WORLD.quietParty(10, 1, 2);
    String host = WORLD.connect(1);
    for (int i = 1; i <= 30; i++) {
      WORLD.send(host, 10, "m" + i, "메시지 " + i);
    }
    String member = WORLD.connect(2);

    WORLD.say(member, "{\"action\":\"sync\",\"partyId\":10,\"after\":3}");

    JsonNode synced = WORLD.heardOnce(member);
    assertThat(synced.path("type").asText()).isEqualTo("sync");
    assertThat(seqs(synced.path("messages")))
        .isEqualTo(LongStream.rangeClosed(4, 28).boxed().toList());
    assertThat(synced.path("more").asBoolean()).isTrue();
    assertThat(synced.path("lastSeq").asLong()).isEqualTo(30);
  }

  @Test
  void aConnectionThatFailsLosesNothing() {
    WORLD.quietParty(10, 1, 2, 3);
    String host = WORLD.connect(1);
    String broken = WORLD.connect(2);
    String fine = WORLD.connect(3);
    WORLD.gateway.broken.add(broken);

    WORLD.send(host, 10, "m1", "하나");
    assertThat(WORLD.heardOnce(fine).at("/message/seq").asLong()).isEqualTo(1);
    WORLD.gateway.broken.clear();
    WORLD.say(broken, "{\"action\":\"ping\"}");
    assertThat(WORLD.heardOnce(broken).at("/rooms/0/lastSeq").asLong()).isEqualTo(1);
    WORLD.say(broken, "{\"action\":\"sync\",\"partyId\":10,\"after\":0}");
    assertThat(WORLD.heardOnce(broken).at("/messages/0/text").asText()).isEqualTo("하나");
  }

  @Test
  void whatMayNotBeToldIsNotStored() {
    WORLD.quietParty(10, 1, 2);
    String host = WORLD.connect(1);
    WORLD.send(host, 10, "m1", "010-1234-5678 로 연락 주세요");

    JsonNode ack = WORLD.heardOnce(host);
    assertThat(ack.at("/message/text").asText()).isEqualTo("**** 로 연락 주세요");
    assertThat(ack.at("/message/masked").asBoolean()).isTrue();
    assertThat(WORLD.count("select count(*) as n from room_messages where body like '%1234%'"))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "null",
        "[]",
        "{\"action\":null}",
        "{\"action\":\"shout\"}",
        "{\"action\":\"send\",\"partyId\":10,\"clientId\":\"m1\"}",
        "{\"action\":\"send\",\"partyId\":10,\"text\":\"x\"}",
        "{\"action\":\"send\",\"partyId\":10,\"clientId\":\"m 1\",\"text\":\"x\"}",
        "{\"action\":\"send\",\"partyId\":10,\"clientId\":\"m1\",\"text\":\"nul \\u0000\"}",
        "{\"action\":\"send\",\"partyId\":10,\"clientId\":\"m1\",\"text\":\"right \\u202e to left\"}",
        "{\"action\":\"send\",\"partyId\":10,\"clientId\":\"m1\",\"text\":\"half \\ud83d\"}",
        "{\"action\":\"send\",\"partyId\":\"10; drop table rooms\",\"clientId\":\"m1\",\"text\":\"x\"}",
        "{\"action\":\"send\",\"partyId\":-1,\"clientId\":\"m1\",\"text\":\"x\"}",
        "{\"action\":\"send\",\"partyId\":10,\"clientId\":\"m1\",\"text\":\"x\",\"admin\":true}",
        "{\"action\":\"sync\",\"partyId\":10}",
        "{\"action\":\"read\",\"partyId\":10,\"seq\":-1}",
        "{\"action\":\"typing\"}",
      })
  void whatIsNotUnderstoodIsRefusedOnTheConnection(String body) {
    WORLD.quietParty(10, 1, 2);
    String host = WORLD.connect(1);

    WORLD.say(host, body);

    JsonNode error = WORLD.heardOnce(host);
    assertThat(error.path("type").asText()).isEqualTo("error");
    assertThat(error.path("code").asText()).isIn("MALFORMED_REQUEST", "INVALID_VALUE");
    assertThat(WORLD.count("select count(*) as n from room_messages")).isZero();
  }

  @Test
  void aTextOfAMegabyteIsRefusedAndMarkupStaysText() {
    WORLD.quietParty(10, 1, 2);
    String host = WORLD.connect(1);

    WORLD.send(host, 10, "m1", "가".repeat(400_000));
    assertThat(WORLD.heardOnce(host).path("code").asText()).isEqualTo("INVALID_VALUE");
    WORLD.send(host, 10, "m2", "<script>alert(1)</script> '; drop table rooms; --");
    assertThat(WORLD.heardOnce(host).at("/message/text").asText())
        .isEqualTo("<script>alert(1)</script> '; drop table rooms; --");
  }

  @Test
  void whoWritesTooFastWaits() {
    WORLD.quietParty(10, 1, 2);
    int stored = 0;
    for (int i = 0; i < 65; i++) {
      var answer =
          WORLD.call(
              "POST", "/parties/10/messages", 2, "{\"clientId\":\"m" + i + "\",\"text\":\"x\"}");
      stored += answer.status() == 201 ? 1 : 0;
      if (answer.status() != 201) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.body().at("/error/details/retryAfterSeconds").asLong()).isEqualTo(1);
      }
    }
    assertThat(stored).isEqualTo(60);
    WORLD.clock.pass(Duration.ofSeconds(1));
    assertThat(
            WORLD
                .call("POST", "/parties/10/messages", 2, "{\"clientId\":\"later\",\"text\":\"x\"}")
                .status())
        .isEqualTo(201);
  }

  @Test
  void pagesGoBackAndForth() {
    WORLD.quietParty(10, 1, 2);
    WORLD.database.run(
        """
        insert into room_messages (party_id, seq, user_id, kind, body, client_id, made_at)
        select 10, n, 1, 'text', 'm' || n, 'm' || n, now() from generate_series(1, 120) n;
        update rooms set last_seq = 120 where party_id = 10;
        """);

    JsonNode newest = WORLD.call("GET", "/parties/10/messages", 2, null).body();
    JsonNode older = WORLD.call("GET", "/parties/10/messages?before=71", 2, null).body();
    JsonNode oldest = WORLD.call("GET", "/parties/10/messages?before=21", 2, null).body();
    JsonNode after = WORLD.call("GET", "/parties/10/messages?after=100", 2, null).body();

    assertThat(seqs(newest.path("messages")))
        .isEqualTo(LongStream.rangeClosed(71, 120).boxed().toList());
    assertThat(newest.path("more").asBoolean()).isTrue();
    assertThat(seqs(older.path("messages")))
        .isEqualTo(LongStream.rangeClosed(21, 70).boxed().toList());
    assertThat(seqs(oldest.path("messages")))
        .isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
    assertThat(oldest.path("more").asBoolean()).isFalse();
    assertThat(seqs(after.path("messages")))
        .isEqualTo(LongStream.rangeClosed(101, 120).boxed().toList());
    assertThat(WORLD.call("GET", "/parties/10/messages?before=x", 2, null).status()).isEqualTo(422);
  }

  @Test
  void unreadMessagesAreCountedUntilTheyAreRead() {
    WORLD.quietParty(10, 1, 2);
    String host = WORLD.connect(1);
    WORLD.send(host, 10, "m1", "하나");
    WORLD.send(host, 10, "m2", "둘");
    WORLD.call("POST", "/parties/10/messages", 2, "{\"clientId\":\"own\",\"text\":\"셋\"}");

    JsonNode before = WORLD.call("GET", "/me/rooms", 2, null).body().path("rooms").path(0);
    assertThat(before.path("unread").asLong()).isEqualTo(2);
    assertThat(before.at("/lastMessage/text").asText()).isEqualTo("셋");
    String telephone = WORLD.connect(2);
    assertThat(
            WORLD.call("PUT", "/parties/10/read", 2, "{\"seq\":1}").body().path("readSeq").asLong())
        .isEqualTo(1);
    assertThat(WORLD.heardOnce(telephone).path("type").asText()).isEqualTo("read");
    assertThat(
            WORLD
                .call("PUT", "/parties/10/read", 2, "{\"seq\":99}")
                .body()
                .path("readSeq")
                .asLong())
        .as("not beyond the last")
        .isEqualTo(3);
    assertThat(
            WORLD.call("PUT", "/parties/10/read", 2, "{\"seq\":1}").body().path("readSeq").asLong())
        .as("never back")
        .isEqualTo(3);
    assertThat(WORLD.call("GET", "/me/rooms", 2, null).body().at("/rooms/0/unread").asLong())
        .isZero();
  }

  @Test
  void typingIsToldToOthersAndNotTooOften() {
    WORLD.quietParty(10, 1, 2);
    String host = WORLD.connect(1);
    String member = WORLD.connect(2);

    WORLD.say(member, "{\"action\":\"typing\",\"partyId\":10}");
    WORLD.say(member, "{\"action\":\"typing\",\"partyId\":10}");

    assertThat(WORLD.heardOnce(host).path("userId").asLong()).isEqualTo(2);
    assertThat(WORLD.heard(member)).isEmpty();
    WORLD.clock.pass(Duration.ofSeconds(4));
    WORLD.say(member, "{\"action\":\"typing\",\"partyId\":10}");
    assertThat(WORLD.heard(host)).hasSize(1);
  }

  @Test
  void presenceSaysWhoIsConnected() {
    WORLD.quietParty(10, 1, 2, 3);
    String host = WORLD.connect(1);
    WORLD.connect(3);

    WORLD.say(host, "{\"action\":\"presence\",\"partyId\":10}");

    assertThat(WORLD.heardOnce(host).path("members").toString())
        .isEqualTo(
            "[{\"userId\":1,\"nickname\":\"member 1\",\"host\":true,\"connected\":true},"
                + "{\"userId\":2,\"nickname\":\"member 2\",\"host\":false,\"connected\":false},"
                + "{\"userId\":3,\"nickname\":\"member 3\",\"host\":false,\"connected\":true}]");
  }

  /** What happens to the party stands in its room, in order and once. */
  @Test
  void whatHappensToThePartyIsSaidInItsRoom() {
    WORLD.party(10, 1, 2, 3);
    WORLD.database.run(
        """
        insert into cycles (membership_id, cycle, state, due_on, starts_on, days, share, fee, order_id)
        values (1000, 0, 'paid', '2026-11-21', '2026-11-21', 30, 4250, 990, 'o1');
        update memberships set version = version + 1 where party_id = 10;
        select post_room_event(10, 'password_changed', 1);
        """);
    WORLD.end(10, 3, "left");
    WORLD.database.run("update parties set state = 'paused' where party_id = 10");

    JsonNode messages = WORLD.call("GET", "/parties/10/messages", 1, null).body().path("messages");
    List<String> said = new ArrayList<>();
    messages.forEach(
        each ->
            said.add(
                each.path("seq") + " " + each.path("kind").asText() + " " + each.path("userId")));
    assertThat(said)
        .containsExactly(
            "1 joined 2",
            "2 joined 3",
            "3 paid 2",
            "4 password_changed 1",
            "5 left 3",
            "6 paused 1");
    WORLD.close(10);
    assertThat(
            WORLD.count(
                "select count(*) as n from room_messages where kind = 'closed' and seq = 7"))
        .isEqualTo(1);
  }

  private static List<Long> seqs(JsonNode messages) {
    return StreamSupport.stream(messages.spliterator(), false)
        .map(each -> each.path("seq").asLong())
        .toList();
  }
}
