package io.takewithott.community.push;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is to be told what. Every method is one database call. */
final class PushStore {
  /** Notes that are taken at once. */
  static final int PORTION = 200;

  private static final String TAKE =
      """
      with taken as (
        delete from push_outbox where push_id in (
          select push_id from push_outbox order by push_id limit :portion for update skip locked)
        returning user_id, party_id),
      audience as (
        select user_id, null::bigint as party_id from taken where user_id is not null
        union
        select m.user_id, t.party_id from taken t join room_members m on m.party_id = t.party_id)
      select (select count(*) from taken) as taken,
             coalesce((select json_agg(json_build_object(
               'connection_id', c.connection_id, 'party_id', a.party_id, 'last_seq', r.last_seq))
               from audience a
               join socket_connections c on c.user_id = a.user_id and c.expires_at > to_timestamp(:now)
               left join rooms r on r.party_id = a.party_id), '[]')::text as told_json
      """;

  private static final String CONNECTIONS =
      """
      select c.connection_id, null::bigint as party_id, null::bigint as last_seq
        from socket_connections c
       where c.user_id = any(string_to_array(:userIds, ',')::bigint[]) and c.expires_at > to_timestamp(:now)
      """;

  private final Database database;
  private final InstantSource clock;

  PushStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Takes notes out of the outbox; whatever becomes of them then, they are not taken again. */
  Taken take() {
    return database
        .writeOne(
            Sql.of(TAKE).bind("portion", PORTION).bindSeconds("now", clock.instant()), Taken.class)
        .orElseThrow();
  }

  List<Connection> connections(List<Long> userIds) {
    return database.read(
        Sql.of(CONNECTIONS).bindIds("userIds", userIds).bindSeconds("now", clock.instant()),
        Connection.class);
  }

  record Taken(long taken, List<Connection> told) {}

  /**
   * @param partyId absent for notifications
   */
  record Connection(String connectionId, @Nullable Long partyId, @Nullable Long lastSeq) {}
}
