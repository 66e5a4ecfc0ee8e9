package io.takewithott.cloud.sqs;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One change of one queue. The queues' state is nothing but these changes applied in order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
  @JsonSubTypes.Type(value = JournalEntry.Stored.class, name = "stored"),
  @JsonSubTypes.Type(value = JournalEntry.Delivered.class, name = "delivered"),
  @JsonSubTypes.Type(value = JournalEntry.Removed.class, name = "removed"),
  @JsonSubTypes.Type(value = JournalEntry.DeadLettered.class, name = "deadLettered"),
  @JsonSubTypes.Type(value = JournalEntry.Purged.class, name = "purged"),
  @JsonSubTypes.Type(value = JournalEntry.Accepted.class, name = "accepted"),
})
sealed interface JournalEntry {
  String queue();

  /** A message entered the queue. */
  record Stored(String queue, StoredMessage message) implements JournalEntry {}

  /** A message was received, or its visibility changed. */
  record Delivered(String queue, String id, Delivery delivery) implements JournalEntry {}

  /** A message was deleted by its consumer, or its retention ended. */
  record Removed(String queue, String id) implements JournalEntry {}

  /** A message moved to the queue {@code to}. */
  record DeadLettered(String queue, String id, String to) implements JournalEntry {}

  record Purged(String queue) implements JournalEntry {}

  /** A FIFO queue accepted a message, and ignores others with this deduplication id for a while. */
  record Accepted(String queue, String deduplicationId, String id, long sequence, long untilMillis)
      implements JournalEntry {}
}
