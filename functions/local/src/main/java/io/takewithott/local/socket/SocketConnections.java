package io.takewithott.local.socket;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The open connections of every WebSocket API, by stage and id. */
public final class SocketConnections {
  private record Key(String stage, String id) {}

  private final Map<Key, SocketConnection> open = new ConcurrentHashMap<>();

  void add(SocketConnection connection) {
    open.put(key(connection), connection);
  }

  void remove(SocketConnection connection) {
    open.remove(key(connection), connection);
  }

  Optional<SocketConnection> find(String stage, String id) {
    return Optional.ofNullable(open.get(new Key(stage, id)));
  }

  private static Key key(SocketConnection connection) {
    return new Key(connection.client().stage(), connection.client().connectionId());
  }
}
