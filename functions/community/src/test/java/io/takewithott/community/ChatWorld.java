package io.takewithott.community;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.Environment;
import io.takewithott.core.database.Sql;
import io.takewithott.core.json.Json;
import io.takewithott.testing.EventFiles;
import io.takewithott.testing.Invocations;
import io.takewithott.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The module with a real database and a gateway that keeps what is written to connections. Members
 * 1 to 9 are logged in; nobody is in any party.
 */
final class ChatWorld implements BeforeAllCallback, AfterAllCallback {
  private static final ObjectMapper EVENTS =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  final TestDatabase database = TestDatabase.withSchema();
  final ManualClock clock = new ManualClock();
  final Gateway gateway = new Gateway();
  private @Nullable ChatHandler chat;
  private @Nullable RoomsHandler rooms;
  private @Nullable PushHandler push;
  private int opened;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    database.beforeAll(context);
    Map<String, String> variables = new HashMap<>(database.environment());
    variables.put("TWO_SOCKET_ADDRESS", "https://unused.example/live");
    variables.put("AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI", gateway.address().toString());
    Environment environment = Environment.of(variables);
    chat = new ChatHandler(environment, clock);
    push = new PushHandler(environment, clock);
    variables.put("TWO_SOCKET_CLIENT_ADDRESS", "wss://live.example/live");
    rooms = new RoomsHandler(Environment.of(variables), clock);
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    gateway.stop();
    database.afterAll(context);
  }

  void reset() {
    clock.reset();
    gateway.reset();
    database.run(
        """
        set session_replication_role = replica;
        delete from message_reports; delete from blocks; delete from room_marks; delete from room_messages;
        delete from rooms; delete from notifications; delete from notification_preferences; delete from push_outbox;
        delete from socket_connections; delete from socket_tickets; delete from chat_paces; delete from rate_limits;
        delete from cycles; delete from memberships; delete from seats; delete from parties; delete from follows;
        delete from post_likes; delete from post_comments; delete from posts; delete from sessions; delete from users;
        set session_replication_role = origin;
        insert into users (user_id, nickname) select n, 'member ' || n from generate_series(1, 9) n;
        insert into sessions (session_id, user_id, device, address, opened_at, last_seen_at, expires_at)
        select ('00000000-0000-0000-0000-00000000000' || n)::uuid, n, 'test', '203.0.113', '2026-11-21', '2026-11-21',
               '2030-01-01' from generate_series(1, 9) n;
        """);
  }

  /** A party of the first user, with the others as members. */
  void party(long partyId, long hostId, long... members) {
    String script =
        "insert into parties (party_id, host_id, service, plan, title, relation, seats, price, fee, starts_on,"
            + " state, idempotency_key, created_at) values ("
            + partyId
            + ", "
            + hostId
            + ", 'tving', 'premium', '같이 봐요', 'strangers', 10, 17000, 990, '2026-11-21', 'open', 'key-"
            + partyId
            + "', '2026-11-21T08:00:00Z')";
    database.run(script);
    for (int i = 0; i < members.length; i++) {
      seat(partyId, i + 1, members[i]);
    }
  }

  /** Gives a member a seat. */
  void seat(long partyId, int position, long userId) {
    long seat = partyId * 100 + position - 1;
    database.run(
        """
        insert into seats (seat_id, party_id, position, share, state, user_id) values (%1$d, %2$d, %3$d, 4250, 'taken', %4$d);
        insert into memberships (membership_id, party_id, seat_id, user_id, state, joined_on, access_by)
        values (%1$d, %2$d, %1$d, %4$d, 'active', '2026-11-21', '2026-11-22');
        """
            .formatted(seat, partyId, position, userId));
  }

  /** A party in whose room nothing has been said, not even who joined. */
  void quietParty(long partyId, long hostId, long... members) {
    party(partyId, hostId, members);
    database.run(
        "delete from room_messages; delete from room_marks; update rooms set last_seq = 0; delete from push_outbox; delete from notifications");
  }

  void end(long partyId, long userId, String reason) {
    database.run(
        "update memberships set state = 'ended', ended_on = '2026-11-21', end_reason = '%s' where party_id = %d and user_id = %d"
            .formatted(reason, partyId, userId));
  }

  void close(long partyId) {
    database.run(
        "update parties set state = 'closed', closed_at = '2026-11-21T09:00:00Z' where party_id = "
            + partyId);
  }

  /** A new connection of a member. */
  String connect(long userId) {
    String ticket = call("POST", "/socket/tickets", userId, null).body.path("ticket").asText();
    String connectionId = "connection-" + userId + "-" + ++opened + "=";
    int status = open(ticket, connectionId);
    if (status != 200) {
      throw new IllegalStateException("The connection was answered " + status);
    }
    return connectionId;
  }

  int open(@Nullable String ticket, String connectionId) {
    ObjectNode event = event("connect-made-up-ticket", connectionId);
    if (ticket == null) {
      event.remove("queryStringParameters");
    } else {
      ((ObjectNode) event.path("queryStringParameters")).put("ticket", ticket);
    }
    return invoke(event);
  }

  void disconnect(String connectionId) {
    invoke(event("disconnect", connectionId));
  }

  /** Says something on a connection; what came of it is written to connections. */
  void say(String connectionId, String body) {
    invoke(event("message-unknown-connection", connectionId).put("body", body));
  }

  void send(String connectionId, long partyId, String clientId, String text) {
    say(
        connectionId,
        Json.text(
            Map.of("action", "send", "partyId", partyId, "clientId", clientId, "text", text)));
  }

  List<JsonNode> heard(String connectionId) {
    return gateway.heard(connectionId);
  }

  /** The only thing that was written to a connection. */
  JsonNode heardOnce(String connectionId) {
    List<JsonNode> heard = heard(connectionId);
    if (heard.size() != 1) {
      throw new AssertionError("heard " + heard);
    }
    return heard.get(0);
  }

  /** A request by a member; by nobody for 0. */
  Answer call(String method, String path, long userId, @Nullable String body) {
    return sent(event(method, path, userId), body);
  }

  private static ObjectNode event(String method, String path, long userId) {
    ObjectNode event = EventFiles.read("rooms/my-rooms");
    int query = path.indexOf('?');
    String plain = query < 0 ? path : path.substring(0, query);
    event.put("rawPath", plain).put("rawQueryString", query < 0 ? "" : path.substring(query + 1));
    ObjectNode http = (ObjectNode) event.path("requestContext").path("http");
    http.put("method", method).put("path", plain);
    if (query >= 0) {
      ObjectNode parameters = event.putObject("queryStringParameters");
      for (String pair : path.substring(query + 1).split("&", -1)) {
        parameters.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
      }
    }
    if (userId == 0) {
      ((ObjectNode) event.path("requestContext")).remove("authorizer");
    } else {
      ObjectNode caller =
          (ObjectNode) event.path("requestContext").path("authorizer").path("lambda");
      caller.put("userId", Long.toString(userId));
      caller.put("sessionId", "00000000-0000-0000-0000-00000000000" + userId);
    }
    return event;
  }

  /** The same with an access token that says administrator. */
  Answer asAdmin(String method, String path, long userId, @Nullable String body) {
    ObjectNode event = event(method, path, userId);
    event.withObject("/requestContext/authorizer/lambda").put("role", "admin");
    return sent(event, body);
  }

  private Answer sent(ObjectNode event, @Nullable String body) {
    if (body != null) {
      ((ObjectNode) event.path("headers")).put("content-type", "application/json");
      event.put("body", body);
    }
    RoomsHandler open = rooms;
    if (open == null) {
      throw new IllegalStateException("The world is not open");
    }
    JsonNode response = Invocations.invoke(open, event);
    String text = response.path("body").asText();
    return new Answer(
        response.path("statusCode").asInt(),
        text.isEmpty()
            ? Json.tree("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            : Invocations.body(response));
  }

  /** Handles messages of the push queue; the ids of those that failed. */
  List<String> push(String... bodies) {
    ObjectNode event = EventFiles.read("push/ranking");
    JsonNode record = event.path("Records").path(0);
    ((com.fasterxml.jackson.databind.node.ArrayNode) event.path("Records")).removeAll();
    for (int i = 0; i < bodies.length; i++) {
      ObjectNode copy = record.deepCopy();
      copy.put("messageId", "message-" + i).put("body", bodies[i]);
      ((com.fasterxml.jackson.databind.node.ArrayNode) event.path("Records")).add(copy);
    }
    PushHandler open = push;
    if (open == null) {
      throw new IllegalStateException("The world is not open");
    }
    SQSEvent messages = new SQSEvent();
    messages.setRecords(
        java.util.stream.StreamSupport.stream(event.path("Records").spliterator(), false)
            .map(
                each -> {
                  SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
                  message.setMessageId(each.path("messageId").asText());
                  message.setBody(each.path("body").asText());
                  return message;
                })
            .toList());
    return open.handleRequest(messages, Invocations.context()).getBatchItemFailures().stream()
        .map(failure -> failure.getItemIdentifier())
        .toList();
  }

  long count(String select) {
    return database.database().readOne(Sql.of(select), Count.class).orElseThrow().n();
  }

  private static ObjectNode event(String name, String connectionId) {
    ObjectNode event = EventFiles.read("chat/" + name);
    ((ObjectNode) event.path("requestContext")).put("connectionId", connectionId);
    return event;
  }

  private int invoke(ObjectNode event) {
    ChatHandler open = chat;
    if (open == null) {
      throw new IllegalStateException("The world is not open");
    }
    return open.handleRequest(
            EVENTS.convertValue(event, APIGatewayV2WebSocketEvent.class), Invocations.context())
        .getStatusCode();
  }

  record Answer(int status, JsonNode body) {}

  record Count(long n) {}
}
