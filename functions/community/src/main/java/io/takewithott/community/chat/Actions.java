package io.takewithott.community.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.takewithott.community.chat.MessageStore.Page;
import io.takewithott.community.socket.Deliveries;
import io.takewithott.community.socket.Deliveries.Delivery;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.json.Json;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client does on its connection. Every action is one database call and is answered on it.
 */
public final class Actions {
  private static final Logger LOG = LoggerFactory.getLogger(Actions.class);

  /** API Gateway takes messages of 128 KB, and this many of the longest fit. */
  private static final int PAGE = 25;

  private final Conversation conversation;
  private final Deliveries deliveries;

  public Actions(Database database, InstantSource clock, Deliveries deliveries) {
    this.conversation =
        new Conversation(
            new MessageStore(database, clock), new RoomStore(database, clock), deliveries);
    this.deliveries = deliveries;
  }

  /** Never fails: whatever goes wrong is said on the connection. */
  public void handle(String connectionId, @Nullable String body) {
    String clientId = null;
    try {
      ActionRequest request = parse(body);
      clientId = request.clientId();
      act(new Speaker.Connected(connectionId), request);
    } catch (UnknownSpeakerException forgotten) {
      answer(connectionId, new Told.Reconnect());
      deliveries.close(connectionId);
    } catch (AppException refused) {
      answer(connectionId, failed(refused, clientId));
    } catch (DatabaseException down) {
      LOG.atWarn().setCause(down).log("the database could not do it");
      answer(
          connectionId,
          new Told.Failed(
              ErrorCode.UNAVAILABLE.name(), "Try again in a moment", Map.of(), clientId));
    } catch (RuntimeException defect) {
      LOG.atError().setCause(defect).log("an action failed");
      answer(
          connectionId,
          new Told.Failed(
              ErrorCode.INTERNAL.name(), "This has failed on our side", Map.of(), clientId));
    }
  }

  private void act(Speaker.Connected speaker, ActionRequest request) {
    switch (request.action() == null ? "" : request.action()) {
      case "send" -> send(speaker, request);
      case "sync" -> sync(speaker, request);
      case "read" ->
          conversation.read(speaker, request.room(), request.number("seq", request.seq(), 0));
      case "typing" -> conversation.typing(speaker, request.room());
      case "presence" ->
          answer(
              speaker.connectionId(),
              new Told.Presence(request.room(), conversation.present(speaker, request.room())));
      case "ping" -> answer(speaker.connectionId(), new Told.Rooms(conversation.mine(speaker)));
      default ->
          throw new AppException(
              ErrorCode.INVALID_VALUE,
              "The action is one of send, sync, read, typing, presence, ping",
              Map.of("field", "action"));
    }
  }

  private void send(Speaker.Connected speaker, ActionRequest request) {
    conversation.send(speaker, request.room(), new SendRequest(request.clientId(), request.text()));
  }

  private void sync(Speaker.Connected speaker, ActionRequest request) {
    long after = request.number("after", request.after(), 0);
    Page page = conversation.after(speaker, request.room(), after, PAGE);
    long firstSeq = page.firstSeq() == null ? 1 : page.firstSeq();
    long lastSeq = page.lastSeq() == null ? 0 : page.lastSeq();
    long readSeq = page.readSeq() == null ? 0 : page.readSeq();
    answer(
        speaker.connectionId(),
        new Told.Synced(request.room(), page.messages(), firstSeq, lastSeq, readSeq, page.more()));
  }

  private void answer(String connectionId, Object message) {
    deliveries.deliver(List.of(new Delivery(connectionId, message)));
  }

  private static Told.Failed failed(AppException refused, @Nullable String clientId) {
    return new Told.Failed(refused.code().name(), refused.reason(), refused.details(), clientId);
  }

  private static ActionRequest parse(@Nullable String body) {
    try {
      ActionRequest request =
          Json.mapper().readValue(body == null ? "" : body, ActionRequest.class);
      if (request != null) {
        return request;
      }
    } catch (JsonProcessingException unreadable) {
      throw new AppException(
          ErrorCode.MALFORMED_REQUEST, "A message is a JSON object with an action and its members");
    }
    throw new AppException(ErrorCode.MALFORMED_REQUEST, "The message is null");
  }
}
