package io.takewithott.community.chat;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.session.LiveSession;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom somebody does not want to hear. Every method is one database call. */
final class BlockStore {
  /** More than anybody meets. */
  private static final int MOST = 1000;

  private static final String BLOCK =
      """
      , other as (
        select o.user_id from users o where o.user_id = :otherId and o.deleted_at is null),
      counted as (
        select count(*) as blocked, coalesce(bool_or(blocked_id = :otherId), false) as already
          from blocks where user_id = (select user_id from speaker)),
      stored as (
        insert into blocks (user_id, blocked_id, blocked_at)
        select s.user_id, o.user_id, to_timestamp(:now) from speaker s, other o, counted c
         where s.user_id is not null and s.user_id <> o.user_id and c.blocked < :most
        on conflict do nothing)
      select (select user_id from speaker) as user_id, exists (select 1 from other) as found,
             c.already or c.blocked < :most as room, '[]' as blocked_json
        from counted c
      """;

  private static final String UNBLOCK =
      """
      , gone as (
        delete from blocks where user_id = (select user_id from speaker) and blocked_id = :otherId)
      select (select user_id from speaker) as user_id, true as found, true as room, '[]' as blocked_json
      """;

  private static final String LIST =
      """
      select (select user_id from speaker) as user_id, true as found, true as room,
             coalesce((select json_agg(json_build_object('user_id', u.user_id, 'nickname', u.nickname)
                                       order by b.blocked_at desc, u.user_id)
                         from blocks b join users u on u.user_id = b.blocked_id
                        where b.user_id = (select user_id from speaker)), '[]')::text as blocked_json
      """;

  private final Database database;
  private final InstantSource clock;

  BlockStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Again it changes nothing.
   *
   * @throws AppException NOT_FOUND; CONFLICT for oneself and at the limit
   */
  void block(Caller caller, long otherId) {
    if (caller.userId() == otherId) {
      throw new AppException(ErrorCode.CONFLICT, "Nobody blocks themselves");
    }
    Blocked blocked =
        answered(
            database.writeOne(
                asking(caller, BLOCK).bind("otherId", otherId).bind("most", MOST), Blocked.class));
    if (!blocked.found) {
      throw new AppException(ErrorCode.NOT_FOUND, "There is no user " + otherId);
    }
    if (!blocked.room) {
      throw new AppException(
          ErrorCode.CONFLICT, "You have blocked " + MOST + " others, and more cannot be blocked");
    }
  }

  void unblock(Caller caller, long otherId) {
    answered(database.writeOne(asking(caller, UNBLOCK).bind("otherId", otherId), Blocked.class));
  }

  List<Other> blocked(Caller caller) {
    return answered(database.readOne(asking(caller, LIST), Blocked.class)).blocked;
  }

  private Sql asking(Caller caller, String rest) {
    return new Speaker.Asking(caller).asking(rest).bindSeconds("now", clock.instant());
  }

  private static Blocked answered(java.util.Optional<Blocked> row) {
    Blocked blocked = row.orElseThrow();
    if (blocked.userId == null) {
      throw LiveSession.loggedOut();
    }
    return blocked;
  }

  record Blocked(@Nullable Long userId, boolean found, boolean room, List<Other> blocked) {}

  record Other(long userId, String nickname) {}
}
