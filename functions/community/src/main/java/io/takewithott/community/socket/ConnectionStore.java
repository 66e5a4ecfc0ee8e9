package io.takewithott.community.socket;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which connections are open, and whose they are. Every method is one database call. */
public final class ConnectionStore {
  /** API Gateway ends every connection after two hours. */
  private static final Duration LONGEST = Duration.ofHours(2);

  /** Of one user: tabs, a telephone, a television. The oldest makes room for another. */
  private static final int MOST = 10;

  /** A connection cannot be written to before its opening has been answered. */
  private static final Duration OPENING = Duration.ofSeconds(10);

  private static final String OPEN =
      """
      with ticket as (
        delete from socket_tickets where ticket_hash = :hash returning user_id, session_id, expires_at),
      opened as (
        insert into socket_connections (connection_id, user_id, session_id, connected_at, expires_at)
        select :connectionId, t.user_id, t.session_id, to_timestamp(:now), to_timestamp(:now + :longest)
          from ticket t
          join users u on u.user_id = t.user_id and u.deleted_at is null
          join sessions s on s.session_id = t.session_id and s.user_id = t.user_id
         where t.expires_at > to_timestamp(:now)
           and s.ended_at is null and s.expires_at > to_timestamp(:now)
        on conflict do nothing
        returning user_id),
      surplus as (
        delete from socket_connections c using opened o
         where c.user_id = o.user_id
           and c.connection_id in (
             select older.connection_id from socket_connections older
              where older.user_id = o.user_id
              order by older.connected_at desc, older.connection_id offset :most - 1)
        returning c.connection_id)
      select exists (select 1 from opened) as opened,
             coalesce((select json_agg(connection_id) from surplus), '[]')::text as surplus_json
      """;

  private final Database database;
  private final InstantSource clock;

  public ConnectionStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Spends the ticket; the connections that had to make room, or empty where it opens nothing. */
  Optional<List<String>> open(Ticket ticket, String connectionId) {
    Opened opened =
        database
            .writeOne(
                Sql.of(OPEN)
                    .bind("hash", ticket.hash())
                    .bind("connectionId", connectionId)
                    .bindSeconds("now", clock.instant())
                    .bind("longest", (double) LONGEST.toSeconds())
                    .bind("most", MOST),
                Opened.class)
            .orElseThrow();
    return opened.opened ? Optional.of(opened.surplus) : Optional.empty();
  }

  void close(String connectionId) {
    database.write(
        Sql.of("delete from socket_connections where connection_id = :connectionId")
            .bind("connectionId", connectionId));
  }

  /** Forgets connections that are gone, except those that have only just begun. */
  void forget(Collection<String> connectionIds) {
    database.write(
        Sql.of(
                """
                delete from socket_connections
                 where connection_id = any(string_to_array(:connectionIds, ','))
                   and connected_at < to_timestamp(:begun)
                """)
            .bind("connectionIds", String.join(",", connectionIds))
            .bindSeconds("begun", clock.instant().minus(OPENING)));
  }

  record Opened(boolean opened, List<String> surplus) {}
}
