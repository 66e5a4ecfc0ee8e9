package io.takewithott.community.socket;

import java.util.List;

/** Writes to connections, as far as that can be done; whoever misses something asks for it. */
public interface Deliveries {
  /** A message for one connection. */
  record Delivery(String connectionId, Object message) {}

  /** Never fails. */
  void deliver(List<Delivery> deliveries);

  /** Ends a connection. */
  void close(String connectionId);
}
