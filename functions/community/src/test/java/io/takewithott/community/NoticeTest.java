package io.takewithott.community;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What members are told, when they ask and on their connections. */
class NoticeTest {
  @RegisterExtension static final ChatWorld WORLD = new ChatWorld();

  @BeforeEach
  void reset() {
    WORLD.reset();
  }

  @Test
  void whatHappensToAPartyIsToldToThoseItConcerns() {
    WORLD.party(10, 1, 2, 3);
    WORLD.end(10, 3, "removed");
    WORLD.database.run(
        "update memberships set state = 'paused', paused_at = now() where party_id = 10 and user_id = 2");

    assertThat(told(1)).containsExactly("member_joined 10 by 3", "member_joined 10 by 2");
    assertThat(told(2)).containsExactly("membership_paused 10");
    assertThat(told(3)).containsExactly("membership_ended 10");
  }

  @Test
  void whatIsDoneOnceIsToldOnce() {
    WORLD.party(10, 1, 2);
    WORLD.database.run(
        "update memberships set version = version + 1, renews = false where party_id = 10");

    assertThat(told(1)).containsExactly("member_joined 10 by 2");
  }

  @Test
  void whoIsFollowedIsTold() {
    WORLD.database.run(
        "insert into follows values (2, 1, 'following', now()), (3, 1, 'requested', now())");

    assertThat(told(1)).containsExactlyInAnyOrder("follow_requested by 3", "followed by 2");
  }

  @Test
  void whatIsLikedTwiceIsToldOnceAndOnesOwnNever() {
    WORLD.database.run(
        """
        insert into posts (post_id, user_id, headline, body, created_at) values (7, 1, '제목', '글', now());
        insert into post_likes (subject_id, user_id) values (7, 2), (7, 1);
        delete from post_likes where user_id = 2;
        insert into post_likes (subject_id, user_id) values (7, 2);
        insert into post_comments (subject_id, user_id, body, written_at) values (7, 3, '좋아요', now());
        """);

    assertThat(told(1)).containsExactly("post_commented by 3", "post_liked by 2");
  }

  @Test
  void whatNobodyWantsToHearIsNotWritten() {
    var changed =
        WORLD
            .call("PUT", "/me/notification-preferences", 1, "{\"kinds\":{\"followed\":false}}")
            .body();
    assertThat(changed.at("/kinds/followed").asBoolean()).isFalse();
    assertThat(changed.at("/kinds/member_joined").asBoolean()).isTrue();
    WORLD.database.run("insert into follows values (2, 1, 'following', now())");

    assertThat(told(1)).isEmpty();
    assertThat(
            WORLD
                .call("GET", "/me/notification-preferences", 1, null)
                .body()
                .at("/kinds/followed")
                .asBoolean())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kinds\":{\"whatever\":true}}",
        "{\"kinds\":{\"followed\":null}}",
        "{\"kinds\":{\"followed\":\"yes\"}}",
        "{\"kinds\":[]}",
        "{\"kinds\":{\"'; drop table users; --\":true}}"
      })
  void aPreferenceThatIsNoneIsRefused(String body) {
    assertThat(WORLD.call("PUT", "/me/notification-preferences", 1, body).status()).isIn(400, 422);
  }

  @Test
  void pagesFallAndReadingCountsDown() {
    WORLD.database.run(
        "insert into notifications (user_id, kind, made_at) select 1, 'followed', now() from generate_series(1, 45)");

    JsonNode first = WORLD.call("GET", "/me/notifications", 1, null).body();
    JsonNode second =
        WORLD
            .call("GET", "/me/notifications?before=" + first.path("next").asLong(), 1, null)
            .body();

    assertThat(first.path("unread").asLong()).isEqualTo(45);
    assertThat(first.path("notifications").size()).isEqualTo(30);
    assertThat(second.path("notifications").size()).isEqualTo(15);
    assertThat(second.has("next")).isFalse();
    long newestOfSecond = second.at("/notifications/0/id").asLong();
    assertThat(
            WORLD
                .call("PUT", "/me/notifications/read", 1, "{\"upTo\":" + newestOfSecond + "}")
                .body()
                .path("unread")
                .asLong())
        .isEqualTo(30);
    assertThat(WORLD.call("PUT", "/me/notifications/read", 2, "{\"upTo\":999999999}").status())
        .isEqualTo(200);
    assertThat(WORLD.call("GET", "/me/notifications", 1, null).body().path("unread").asLong())
        .isEqualTo(30);
  }

  @Test
  void connectionsAreToldThatThereIsSomethingAndNotWhat() {
    String host = WORLD.connect(1);
    String member = WORLD.connect(2);
    WORLD.party(10, 1, 2);

    assertThat(
            WORLD.push("{\"userId\":0,\"kind\":\"outbox\"}", "{\"userId\":0,\"kind\":\"outbox\"}"))
        .isEmpty();

    assertThat(types(host))
        .containsExactlyInAnyOrder(
            "{\"type\":\"notifications\"}", "{\"type\":\"room\",\"partyId\":10,\"lastSeq\":1}");
    assertThat(types(member)).containsExactly("{\"type\":\"room\",\"partyId\":10,\"lastSeq\":1}");
    assertThat(WORLD.count("select count(*) as n from push_outbox")).isZero();
    WORLD.push("{\"userId\":0,\"kind\":\"outbox\"}");
    assertThat(types(host)).isEmpty();
  }

  @Test
  void aNewRankingIsToldToItsUserAlone() {
    String own = WORLD.connect(1);
    String other = WORLD.connect(2);

    assertThat(WORLD.push("{\"userId\":1,\"kind\":\"ranking\"}")).isEmpty();

    assertThat(types(own)).containsExactly("{\"type\":\"ranking\"}");
    assertThat(types(other)).isEmpty();
  }

  @Test
  void aMessageThatIsNoRequestFailsAlone() {
    String own = WORLD.connect(1);

    assertThat(
            WORLD.push(
                "{}",
                "nonsense",
                "{\"userId\":1,\"kind\":\"ranking\"}",
                "{\"userId\":1,\"kind\":\"x\"}"))
        .containsExactly("message-0", "message-1", "message-3");
    assertThat(types(own)).containsExactly("{\"type\":\"ranking\"}");
  }

  private static List<String> types(String connection) {
    return WORLD.heard(connection).stream().map(JsonNode::toString).toList();
  }

  private static List<String> told(long userId) {
    List<String> told = new ArrayList<>();
    WORLD
        .call("GET", "/me/notifications", userId, null)
        .body()
        .path("notifications")
        .forEach(
            each ->
                told.add(
                    each.path("kind").asText()
                        + (each.has("partyId") ? " " + each.path("partyId") : "")
                        + (each.has("actorId") ? " by " + each.path("actorId") : "")));
    return told;
  }
}
