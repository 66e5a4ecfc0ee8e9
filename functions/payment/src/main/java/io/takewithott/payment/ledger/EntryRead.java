package io.takewithott.payment.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger as it is read, with its lines.
 *
 * @param seconds since the epoch
 */
public record EntryRead(long entryId, String reason, long seconds, List<Line> lines) {
  /**
   * @param who whom it is about, as far as the reader may know; null where it is nobody here
   */
  public record Line(String account, long amount, @Nullable String who) {}

  /** The same, as it is answered. */
  public record Answer(long entryId, String reason, Instant at, List<Line> lines) {}

  public Answer answer() {
    return new Answer(entryId, reason, Instant.ofEpochSecond(seconds), lines);
  }

  /** Of every line of all of them: 0, always. */
  public static long sum(List<EntryRead> entries) {
    return entries.stream().flatMap(entry -> entry.lines.stream()).mapToLong(Line::amount).sum();
  }
}
