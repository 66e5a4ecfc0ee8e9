package io.takewithott.community.chat;

import io.takewithott.community.chat.MessageStore.Changed;
import io.takewithott.community.chat.MessageStore.Page;
import io.takewithott.community.chat.MessageStore.Sent;
import io.takewithott.community.socket.Deliveries;
import io.takewithott.community.socket.Deliveries.Delivery;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.limits.RateLimits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done in a room, on a connection or over HTTP alike: one statement, and then whoever is
 * connected is shown what came of it.
 */
final class Conversation {
  private final MessageStore messages;
  private final RoomStore rooms;
  private final Deliveries deliveries;

  Conversation(MessageStore messages, RoomStore rooms, Deliveries deliveries) {
    this.messages = messages;
    this.rooms = rooms;
    this.deliveries = deliveries;
  }

  /**
   * @throws AppException NOT_FOUND, TOO_MANY_REQUESTS
   */
  Message send(Speaker speaker, long partyId, SendRequest request) {
    Sent sent = messages.send(speaker, partyId, request);
    requireKnown(sent.userId());
    requireRoom(!sent.outcome().equals("no_member"), partyId);
    RateLimits.require(!sent.outcome().equals("too_often"), sent.waitSeconds());
    Message message = sent.message();
    deliveries.deliver(shown(speaker, partyId, request.clientId(), message, sent.connections()));
    return message;
  }

  /** To everybody but those who do not want to hear it, who learn no more than its number. */
  private static List<Delivery> shown(
      Speaker speaker,
      long partyId,
      String clientId,
      Message message,
      List<Recipient> connections) {
    Object told = new Told.MessageTold(partyId, message);
    Object hidden = new Told.MessageTold(partyId, message.hiddenCopy());
    Object ack = new Told.Ack(clientId, partyId, message);
    List<Delivery> shown = new ArrayList<>();
    for (Recipient each : connections) {
      boolean own =
          speaker instanceof Speaker.Connected connected
              && connected.connectionId().equals(each.connectionId());
      shown.add(new Delivery(each.connectionId(), own ? ack : each.hidden() ? hidden : told));
    }
    return shown;
  }

  Page after(Speaker speaker, long partyId, long after, int size) {
    return known(messages.after(speaker, partyId, after, size), partyId);
  }

  Page before(Speaker speaker, long partyId, long before, int size) {
    return known(messages.before(speaker, partyId, before, size), partyId);
  }

  private static Page known(Page page, long partyId) {
    requireKnown(page.userId());
    requireRoom(page.lastSeq() != null, partyId);
    return page;
  }

  /** What is read now, at least up to the number; the reader's other connections hear of it. */
  long read(Speaker speaker, long partyId, long seq) {
    RoomStore.Marked marked = rooms.read(speaker, partyId, seq);
    requireKnown(marked.userId());
    Long read = marked.readSeq();
    if (read == null) {
      throw noRoom(partyId);
    }
    deliveries.deliver(Told.to(marked.connections(), new Told.Read(partyId, read)));
    return read;
  }

  void typing(Speaker.Connected speaker, long partyId) {
    RoomStore.Marked marked = rooms.typing(speaker, partyId);
    Long userId = marked.userId();
    requireKnown(userId);
    if (userId != null) {
      List<Recipient> others =
          marked.connections().stream()
              .filter(each -> each.userId() != userId && !each.hidden())
              .toList();
      deliveries.deliver(Told.to(others, new Told.Typing(partyId, userId)));
    }
  }

  List<RoomStore.Member> present(Speaker speaker, long partyId) {
    RoomStore.Present present = rooms.present(speaker, partyId);
    requireKnown(present.userId());
    List<RoomStore.Member> members = present.members();
    if (members == null) {
      throw noRoom(partyId);
    }
    return members;
  }

  RoomStore.Mine mine(Speaker speaker) {
    RoomStore.Mine mine = rooms.mine(speaker);
    requireKnown(mine.userId());
    return mine;
  }

  /** Takes back what the speaker wrote; its number stays. */
  void delete(Speaker speaker, long partyId, long seq) {
    Changed changed = changed(messages.delete(speaker, partyId, seq), partyId, seq);
    deliveries.deliver(Told.to(changed.connections(), new Told.Deleted(partyId, seq)));
  }

  void report(Speaker speaker, long partyId, long seq, String reason) {
    changed(messages.report(speaker, partyId, seq, reason), partyId, seq);
  }

  private static Changed changed(Changed changed, long partyId, long seq) {
    requireKnown(changed.userId());
    requireRoom(changed.member(), partyId);
    if (!changed.found()) {
      throw new AppException(
          ErrorCode.NOT_FOUND, "In this room there is no such message with the number " + seq);
    }
    return changed;
  }

  private static void requireKnown(@Nullable Long userId) {
    if (userId == null) {
      throw new UnknownSpeakerException();
    }
  }

  private static void requireRoom(boolean member, long partyId) {
    if (!member) {
      throw noRoom(partyId);
    }
  }

  /** The same for a room of others and for one that is not there. */
  private static AppException noRoom(long partyId) {
    return new AppException(
        ErrorCode.NOT_FOUND, "You are in no room of a party with the id " + partyId);
  }
}
