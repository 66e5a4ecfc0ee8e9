package io.takewithott.community.chat;

import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.session.LiveSession;

/**
 * Who speaks, as the database finds out within the statement that asks: whoever opened a
 * connection, or whoever sends a request. Nobody, once the connection is forgotten or the log-in
 * has ended.
 */
sealed interface Speaker {
  /**
   * The beginning of every statement: {@code speaker} has one row, whose {@code user_id} may be
   * null.
   */
  default Sql asking(String rest) {
    return bound(Sql.of("with speaker as (select (" + expression() + ") as user_id)" + rest));
  }

  /** The user's id; needs {@code now}. */
  String expression();

  Sql bound(Sql sql);

  /** On a WebSocket. */
  record Connected(String connectionId) implements Speaker {
    @Override
    public String expression() {
      return """
          select c.user_id from socket_connections c
           where c.connection_id = :connectionId and c.expires_at > to_timestamp(:now)
          """;
    }

    @Override
    public Sql bound(Sql sql) {
      return sql.bind("connectionId", connectionId);
    }
  }

  /** Over HTTP. */
  record Asking(Caller caller) implements Speaker {
    @Override
    public String expression() {
      return "select u.user_id from users u where u.user_id = :userId and u.deleted_at is null and "
          + LiveSession.IS_LIVE;
    }

    @Override
    public Sql bound(Sql sql) {
      return sql.bind("userId", caller.userId()).bind("sessionId", caller.sessionId());
    }
  }
}
