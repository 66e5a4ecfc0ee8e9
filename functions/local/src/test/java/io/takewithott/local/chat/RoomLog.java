package io.takewithott.local.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What a client has of one room: everything up to a number, and what came too early. */
final class RoomLog {
  private final List<String> read = new ArrayList<>();
  private final TreeMap<Long, String> early = new TreeMap<>();
  private long last;
  private long gapSinceNanos;
  private int again;

  long last() {
    return last;
  }

  int again() {
    return again;
  }

  List<String> read() {
    return List.copyOf(read);
  }

  /** The room begins here for this client. */
  void begin(long seq) {
    last = Math.max(last, seq - 1);
  }

  /** Whether the message was not known. */
  boolean take(long seq, String text, long nowNanos) {
    if (seq <= last || early.containsKey(seq)) {
      again++;
      return false;
    }
    if (early.isEmpty()) {
      gapSinceNanos = nowNanos;
    }
    early.put(seq, text);
    while (!early.isEmpty() && early.firstKey() == last + 1) {
      last++;
      read.add(last + " " + early.pollFirstEntry().getValue());
      gapSinceNanos = nowNanos;
    }
    return true;
  }

  /** Whether something has been missing for so long. */
  boolean gap(long nowNanos, long nanos) {
    return !early.isEmpty() && nowNanos - gapSinceNanos > nanos;
  }

  void asked(long nowNanos) {
    gapSinceNanos = nowNanos;
  }
}
