package io.takewithott.community.socket;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets connections in and out. */
public final class Door {
  private final ConnectionStore connections;
  private final Deliveries deliveries;

  public Door(ConnectionStore connections, Deliveries deliveries) {
    this.connections = connections;
    this.deliveries = deliveries;
  }

  /** Whether the ticket opens this connection. */
  public boolean open(@Nullable String ticket, String connectionId) {
    Optional<List<String>> surplus =
        Ticket.parse(ticket).flatMap(valid -> connections.open(valid, connectionId));
    surplus.ifPresent(others -> others.forEach(deliveries::close));
    return surplus.isPresent();
  }

  public void close(String connectionId) {
    connections.close(connectionId);
  }
}
