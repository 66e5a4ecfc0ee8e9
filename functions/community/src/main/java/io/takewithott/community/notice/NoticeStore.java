package io.takewithott.community.notice;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.json.Json;
import io.takewithott.core.session.LiveSession;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What members were told. Every method is one database call and asks for a live log-in. */
public final class NoticeStore {
  static final int PAGE = 30;

  private static final String CALLER =
      "with caller as (select u.user_id from users u where u.user_id = :userId and u.deleted_at is null and "
          + LiveSession.IS_LIVE
          + ")";

  private static final String LIST =
      CALLER
          + """
          select exists (select 1 from caller) as live,
                 (select count(*) from notifications n join caller c on c.user_id = n.user_id
                   where n.read_at is null) as unread,
                 coalesce((select json_agg(json_build_object(
                   'id', n.notification_id, 'kind', n.kind, 'party_id', n.party_id, 'subject_id', n.subject_id,
                   'actor_id', n.actor_id, 'actor', n.nickname, 'read', n.read_at is not null,
                   'made_at_millis', (extract(epoch from n.made_at) * 1000)::bigint)
                   order by n.notification_id desc)
                   from (select n.*, u.nickname
                           from caller c
                           join notifications n on n.user_id = c.user_id
                           left join users u on u.user_id = n.actor_id
                          where n.notification_id < :before
                          order by n.notification_id desc limit :page + 1) n), '[]')::text as notices_json
          """;

  private static final String READ =
      CALLER
          + """
          , read as (
            update notifications n set read_at = to_timestamp(:now) from caller c
             where n.user_id = c.user_id and n.read_at is null and n.notification_id <= :upTo
            returning n.notification_id)
          select exists (select 1 from caller) as live,
                 (select count(*) from notifications n join caller c on c.user_id = n.user_id
                   where n.read_at is null) - (select count(*) from read) as unread,
                 '[]' as notices_json
          """;

  private static final String PREFERENCES =
      CALLER
          + """
          select exists (select 1 from caller) as live,
                 coalesce((select json_object_agg(p.kind, p.wanted)
                             from notification_preferences p join caller c on c.user_id = p.user_id), '{}')::text
                   as wanted_json
          """;

  private static final String CHANGE =
      CALLER
          + """
          , given as (select key as kind, value::boolean as wanted from json_each_text(:given::json)),
          stored as (
            insert into notification_preferences as p (user_id, kind, wanted)
            select c.user_id, g.kind, g.wanted from caller c, given g
            on conflict (user_id, kind) do update set wanted = excluded.wanted)
          select exists (select 1 from caller) as live,
                 (coalesce((select jsonb_object_agg(p.kind, p.wanted)
                              from notification_preferences p join caller c on c.user_id = p.user_id), '{}')
                  || :given::jsonb)::text as wanted_json
          """;

  private final Database database;
  private final InstantSource clock;

  public NoticeStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The newest before an id, one more than a page. */
  Found list(Caller caller, long before) {
    return live(
        database
            .readOne(asking(LIST, caller).bind("before", before).bind("page", PAGE), Found.class)
            .orElseThrow());
  }

  /** How many are unread once those up to an id are read. */
  long read(Caller caller, long upTo) {
    return live(database
            .writeOne(asking(READ, caller).bind("upTo", upTo), Found.class)
            .orElseThrow())
        .unread;
  }

  /** What somebody has said about kinds; of others they want to hear. */
  Map<String, Boolean> preferences(Caller caller) {
    return live(database.readOne(asking(PREFERENCES, caller), Preferences.class).orElseThrow());
  }

  Map<String, Boolean> change(Caller caller, Map<String, Boolean> given) {
    return live(
        database
            .writeOne(asking(CHANGE, caller).bind("given", Json.text(given)), Preferences.class)
            .orElseThrow());
  }

  private Sql asking(String text, Caller caller) {
    return Sql.of(text)
        .bind("userId", caller.userId())
        .bind("sessionId", caller.sessionId())
        .bindSeconds("now", clock.instant());
  }

  private static Found live(Found found) {
    if (!found.live) {
      throw LiveSession.loggedOut();
    }
    return found;
  }

  private static Map<String, Boolean> live(Preferences found) {
    if (!found.live) {
      throw LiveSession.loggedOut();
    }
    return found.wanted;
  }

  record Found(boolean live, long unread, List<Notice> notices) {}

  /**
   * @param partyId absent where it is about no party
   * @param subjectId what it is about, by its kind
   * @param actor whose doing it is, by their nickname now
   */
  record Notice(
      long id,
      String kind,
      @Nullable Long partyId,
      @Nullable Long subjectId,
      @Nullable Long actorId,
      @Nullable String actor,
      boolean read,
      long madeAtMillis) {}

  record Preferences(boolean live, Map<String, Boolean> wanted) {}
}
