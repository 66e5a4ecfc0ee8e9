package io.takewithott.community.chat;

import io.takewithott.community.socket.Deliveries.Delivery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written to connections. Every one has a type; a client skips those that it does not know.
 */
final class Told {
  private Told() {}

  /** Something new in a room. */
  record MessageTold(String type, long partyId, Message message) {
    MessageTold(long partyId, Message message) {
      this("message", partyId, message);
    }
  }

  /** The same for the connection that sent it. */
  record Ack(String type, String clientId, long partyId, long seq, Message message) {
    Ack(String clientId, long partyId, Message message) {
      this("ack", clientId, partyId, message.seq(), message);
    }
  }

  /**
   * Entries that were asked for, in order, and whether there are more after them.
   *
   * @param firstSeq where the room begins for whoever asked
   */
  record Synced(
      String type,
      long partyId,
      List<Message> messages,
      long firstSeq,
      long lastSeq,
      long readSeq,
      boolean more) {
    Synced(
        long partyId,
        List<Message> messages,
        long firstSeq,
        long lastSeq,
        long readSeq,
        boolean more) {
      this("sync", partyId, messages, firstSeq, lastSeq, readSeq, more);
    }
  }

  record Read(String type, long partyId, long seq) {
    Read(long partyId, long seq) {
      this("read", partyId, seq);
    }
  }

  record Deleted(String type, long partyId, long seq) {
    Deleted(long partyId, long seq) {
      this("deleted", partyId, seq);
    }
  }

  record Typing(String type, long partyId, long userId) {
    Typing(long partyId, long userId) {
      this("typing", partyId, userId);
    }
  }

  record Presence(String type, long partyId, List<RoomStore.Member> members) {
    Presence(long partyId, List<RoomStore.Member> members) {
      this("presence", partyId, members);
    }
  }

  record Rooms(String type, List<RoomStore.Room> rooms, long unreadNotifications) {
    Rooms(RoomStore.Mine mine) {
      this("rooms", mine.rooms(), mine.unreadNotifications());
    }
  }

  record Failed(
      String type,
      String code,
      String message,
      java.util.Map<String, Object> details,
      @Nullable String clientId) {
    Failed(
        String code,
        String message,
        java.util.Map<String, Object> details,
        @Nullable String clientId) {
      this("error", code, message, details, clientId);
    }
  }

  /** The connection is not known any more: open another one, and ask for what was missed. */
  record Reconnect(String type) {
    Reconnect() {
      this("reconnect");
    }
  }

  /** The same for each of these connections. */
  static List<Delivery> to(List<Recipient> recipients, Object message) {
    return recipients.stream().map(each -> new Delivery(each.connectionId(), message)).toList();
  }
}
