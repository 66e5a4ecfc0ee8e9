package io.takewithott.cloud.sqs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * One queue's messages, in the orders in which they are needed: those that can be received, those
 * that become visible later, and all by age. Not thread-safe; {@link LocalQueues} guards it.
 */
final class LocalQueue {
  private static final Comparator<StoredMessage> BY_VISIBILITY =
      Comparator.<StoredMessage>comparingLong(m -> m.delivery().visibleAtMillis())
          .thenComparingLong(StoredMessage::sequence);
  private static final Comparator<StoredMessage> BY_SEQUENCE =
      Comparator.comparingLong(StoredMessage::sequence);
  private static final Comparator<StoredMessage> BY_AGE =
      Comparator.comparingLong(StoredMessage::sentAtMillis)
          .thenComparingLong(StoredMessage::sequence);

  private final QueueSettings settings;
  private final Map<String, StoredMessage> byId = new HashMap<>();
  private final NavigableSet<StoredMessage> ready;
  private final NavigableSet<StoredMessage> hidden = new TreeSet<>(BY_VISIBILITY);
  private final NavigableSet<StoredMessage> byAge = new TreeSet<>(BY_AGE);
  private final Map<String, Integer> inFlightByGroup = new HashMap<>();
  private final Map<String, JournalEntry.Accepted> accepted = new LinkedHashMap<>();
  private int inFlight;

  LocalQueue(QueueSettings settings) {
    this.settings = settings;
    // A standard queue takes turns: a message that came back is behind those that waited. A FIFO
    // queue keeps the order of sending.
    this.ready = new TreeSet<>(settings.fifo() ? BY_SEQUENCE : BY_VISIBILITY);
  }

  QueueSettings settings() {
    return settings;
  }

  void add(StoredMessage message) {
    byId.put(message.id(), message);
    byAge.add(message);
    hide(message);
  }

  void change(String id, Delivery delivery) {
    StoredMessage old = byId.get(id);
    if (old != null) {
      remove(id);
      add(old.with(delivery));
    }
  }

  Optional<StoredMessage> remove(String id) {
    StoredMessage message = byId.remove(id);
    if (message == null) {
      return Optional.empty();
    }
    byAge.remove(message);
    if (!ready.remove(message)) {
      unhide(message);
    }
    return Optional.of(message);
  }

  void purge() {
    List.copyOf(byId.keySet()).forEach(this::remove);
  }

  Optional<StoredMessage> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Collection<StoredMessage> messages() {
    return byAge;
  }

  private void hide(StoredMessage message) {
    hidden.add(message);
    if (message.delivery().receivesHere() > 0) {
      inFlight++;
      groupOf(message).ifPresent(group -> inFlightByGroup.merge(group, 1, Integer::sum));
    }
  }

  private void unhide(StoredMessage message) {
    hidden.remove(message);
    if (message.delivery().receivesHere() > 0) {
      inFlight--;
      groupOf(message)
          .ifPresent(
              group -> inFlightByGroup.computeIfPresent(group, (g, n) -> n == 1 ? null : n - 1));
    }
  }

  private Optional<String> groupOf(StoredMessage message) {
    return settings.fifo() ? Optional.ofNullable(message.content().groupId()) : Optional.empty();
  }

  /** Makes receivable what is due. */
  void show(long nowMillis) {
    while (!hidden.isEmpty() && hidden.first().delivery().visibleAtMillis() <= nowMillis) {
      StoredMessage due = hidden.first();
      unhide(due);
      ready.add(due);
    }
  }

  /** Messages whose visibility has ended and that were received as often as is allowed. */
  List<StoredMessage> exhausted(long nowMillis) {
    if (settings.deadLetter().isEmpty()) {
      return List.of();
    }
    int limit = settings.deadLetter().get().maxReceiveCount();
    List<StoredMessage> exhausted = new ArrayList<>();
    for (StoredMessage message : hidden) {
      if (message.delivery().visibleAtMillis() > nowMillis) {
        break;
      }
      if (message.delivery().receivesHere() >= limit) {
        exhausted.add(message);
      }
    }
    return exhausted;
  }

  List<StoredMessage> expired(long nowMillis) {
    long sentBefore = nowMillis - settings.messageRetention().toMillis();
    List<StoredMessage> expired = new ArrayList<>();
    for (StoredMessage message : byAge) {
      if (message.sentAtMillis() > sentBefore) {
        break;
      }
      expired.add(message);
    }
    return expired;
  }

  /**
   * The next messages to receive. In a FIFO queue a group with a message in flight waits, so that
   * its next message is not worked on before the one in flight has succeeded.
   */
  List<StoredMessage> next(int maximum) {
    List<StoredMessage> next = new ArrayList<>();
    Set<String> busy = new HashSet<>(inFlightByGroup.keySet());
    for (StoredMessage message : ready) {
      if (next.size() == maximum) {
        break;
      }
      if (groupOf(message).filter(busy::contains).isEmpty()) {
        next.add(message);
      }
    }
    return next;
  }

  OptionalLong nextDueMillis() {
    return hidden.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(hidden.first().delivery().visibleAtMillis());
  }

  int inFlight() {
    return inFlight;
  }

  QueueDepth depth() {
    return new QueueDepth(ready.size(), inFlight, hidden.size() - inFlight);
  }

  void accept(JournalEntry.Accepted entry) {
    accepted.put(entry.deduplicationId(), entry);
  }

  Optional<JournalEntry.Accepted> acceptedBefore(String deduplicationId, long nowMillis) {
    accepted.values().removeIf(entry -> entry.untilMillis() <= nowMillis);
    return Optional.ofNullable(accepted.get(deduplicationId));
  }

  /** The entries from which this queue could be built again. */
  List<JournalEntry> state() {
    List<JournalEntry> state = new ArrayList<>();
    for (StoredMessage message : byAge) {
      state.add(new JournalEntry.Stored(settings.name(), message));
    }
    state.addAll(accepted.values());
    return state;
  }
}
