package io.takewithott.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How connections begin and end. */
class ConnectionTest {
  @RegisterExtension static final ChatWorld WORLD = new ChatWorld();

  @BeforeEach
  void reset() {
    WORLD.reset();
  }

  @Test
  void aTicketSaysWhereToConnectAndForHowLong() {
    var answer = WORLD.call("POST", "/socket/tickets", 1, null);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().path("url").asText())
        .isEqualTo("wss://live.example/live?ticket=" + answer.body().path("ticket").asText());
    assertThat(answer.body().path("expiresInSeconds").asInt()).isEqualTo(30);
    assertThat(
            WORLD.count(
                "select count(*) as n from socket_tickets where ticket_hash = '"
                    + answer.body().path("ticket").asText()
                    + "'"))
        .as("only the hash is kept")
        .isZero();
  }

  @Test
  void aTicketOpensOneConnection() {
    String ticket = ticket(1);

    assertThat(WORLD.open(ticket, "a=")).isEqualTo(200);
    assertThat(WORLD.open(ticket, "b=")).isEqualTo(401);
    assertThat(WORLD.count("select count(*) as n from socket_connections")).isEqualTo(1);
  }

  @Test
  void aTicketThatIsLateMadeUpOrMissingOpensNothing() {
    String late = ticket(1);
    WORLD.clock.pass(Duration.ofSeconds(31));

    assertThat(WORLD.open(late, "a=")).isEqualTo(401);
    assertThat(WORLD.open("made-up-made-up-made-up-made-up-made-up-mad", "b=")).isEqualTo(401);
    assertThat(WORLD.open("' or 1=1 --", "c=")).isEqualTo(401);
    assertThat(WORLD.open(null, "d=")).isEqualTo(401);
  }

  @Test
  void whoHasLoggedOutMeanwhileDoesNotConnect() {
    String ticket = ticket(1);
    logOut(1);

    assertThat(WORLD.open(ticket, "a=")).isEqualTo(401);
    assertThat(WORLD.call("POST", "/socket/tickets", 1, null).status()).isEqualTo(401);
  }

  @Test
  void loggingOutEndsWhatWasOpen() {
    WORLD.quietParty(10, 1, 2);
    String own = WORLD.connect(2);
    String host = WORLD.connect(1);
    logOut(2);

    WORLD.send(host, 10, "m1", "들려요?");
    assertThat(WORLD.heard(own)).isEmpty();
    WORLD.say(own, "{\"action\":\"ping\"}");
    assertThat(WORLD.heardOnce(own).path("type").asText()).isEqualTo("reconnect");
    assertThat(WORLD.gateway.closed).containsExactly(own);
  }

  @Test
  void aClosedConnectionIsForgotten() {
    String connection = WORLD.connect(1);
    WORLD.disconnect(connection);

    assertThat(WORLD.count("select count(*) as n from socket_connections")).isZero();
    WORLD.say(connection, "{\"action\":\"ping\"}");
    assertThat(WORLD.heardOnce(connection).path("type").asText()).isEqualTo("reconnect");
  }

  @Test
  void aConnectionThatIsTooOldSaysNothing() {
    String connection = WORLD.connect(1);
    WORLD.clock.pass(Duration.ofHours(2));

    WORLD.say(connection, "{\"action\":\"ping\"}");
    assertThat(WORLD.heardOnce(connection).path("type").asText()).isEqualTo("reconnect");
  }

  @Test
  void theOldestOfTooManyMakesRoom() {
    String first = WORLD.connect(1);
    for (int i = 0; i < 10; i++) {
      WORLD.clock.pass(Duration.ofSeconds(1));
      WORLD.connect(1);
    }

    assertThat(WORLD.gateway.closed).containsExactly(first);
    assertThat(WORLD.count("select count(*) as n from socket_connections")).isEqualTo(10);
  }

  @Test
  void whoIsGoneIsForgottenUnlessTheyHaveJustCome() {
    WORLD.quietParty(10, 1, 2, 3);
    String gone = WORLD.connect(2);
    WORLD.clock.pass(Duration.ofSeconds(11));
    String opening = WORLD.connect(3);
    String host = WORLD.connect(1);
    WORLD.gateway.gone.add(gone);
    WORLD.gateway.gone.add(opening);

    WORLD.send(host, 10, "m1", "안녕하세요");

    assertThat(WORLD.heardOnce(host).path("type").asText()).isEqualTo("ack");
    assertThat(
            WORLD.count(
                "select count(*) as n from socket_connections where connection_id = '"
                    + gone
                    + "'"))
        .isZero();
    assertThat(
            WORLD.count(
                "select count(*) as n from socket_connections where connection_id = '"
                    + opening
                    + "'"))
        .isEqualTo(1);
  }

  private static String ticket(long userId) {
    return WORLD.call("POST", "/socket/tickets", userId, null).body().path("ticket").asText();
  }

  private static void logOut(long userId) {
    WORLD.database.run(
        "update sessions set ended_at = '2026-11-21T09:00:00Z', end_reason = 'LOGGED_OUT' where user_id = "
            + userId);
  }
}
