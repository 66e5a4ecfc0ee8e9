package io.takewithott.auth.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.auth.audit.SecurityEventKind;
import io.takewithott.auth.audit.SecurityEvents;
import io.takewithott.auth.client.Client;
import io.takewithott.auth.limits.Limit;
import io.takewithott.auth.limits.RateLimits;
import io.takewithott.auth.session.SessionStore;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that is known about a member, in rows that the Data API can carry. */
public final class ExportStore {
  /** A row has some 120 bytes, and the Data API answers no more than 1 MiB. */
  static final int RATINGS_A_PAGE = 5000;

  private static final String PARTS =
      """
      , owner as (
        select u.* from users u, gate g where g.allowed and u.user_id = :userId and u.deleted_at is null and %s),
      noted as (%s)
      select g.allowed, g.wait_seconds, null::text as part, 'null' as item_json from gate g
      union all
      select true, null, 'account', jsonb_build_object(
               'userId', user_id, 'email', email, 'emailVerifiedAt', email_verified_at,
               'hasPassword', password_hash is not null, 'nickname', nickname, 'ageBand', age_band,
               'bio', bio, 'language', language, 'autoplay', autoplay, 'private', is_private,
               'picture', case when photo_key is not null then '/photos/' || photo_key || '/large' end, 'role', role, 'createdAt', created_at)::text
        from owner
      union all
      (select true, null, 'identities', jsonb_build_object(
               'provider', i.provider, 'providerUserId', i.provider_user_id, 'email', i.email,
               'linkedAt', i.linked_at)::text
         from identities i join owner using (user_id))
      union all
      (select true, null, 'emailChanges', jsonb_build_object(
               'email', c.email, 'formerEmail', c.former_email, 'askedAt', c.asked_at, 'endedAt', c.ended_at)::text
         from email_changes c join owner using (user_id) order by c.change_id)
      union all
      (select true, null, 'sessions', jsonb_build_object(
               'device', s.device, 'network', s.address, 'openedAt', s.opened_at,
               'lastSeenAt', s.last_seen_at, 'endedAt', s.ended_at)::text
         from sessions s join owner using (user_id) order by s.opened_at desc limit 500)
      union all
      (select true, null, 'securityEvents', jsonb_build_object(
               'kind', e.kind, 'occurredAt', e.occurred_at, 'device', e.device, 'network', e.address)::text
         from security_events e join owner using (user_id) order by e.event_id desc limit 1000)
      union all
      (select true, null, 'picks', jsonb_build_object(
               'titleId', p.title_id, 'title', t.title, 'position', p.position, 'pickedAt', p.picked_at)::text
         from picks p join owner using (user_id) join titles t using (title_id) order by p.position)
      union all
      (select true, null, 'following', jsonb_build_object(
               'userId', f.followee_id, 'askedAt', f.asked_at,
               'state', case when f.state = 'refused' then 'requested' else f.state end)::text
         from follows f join owner on f.follower_id = owner.user_id
        where f.state <> 'withdrawn' order by f.followee_id)
      union all
      (select true, null, 'followers', jsonb_build_object(
               'userId', f.follower_id, 'askedAt', f.asked_at, 'state', f.state)::text
         from follows f join owner on f.followee_id = owner.user_id
        where f.state <> 'withdrawn' order by f.follower_id limit 2000)
      union all
      (select true, null, 'dismissedTitles', jsonb_build_object(
               'titleId', d.title_id, 'title', t.title, 'dismissedAt', d.dismissed_at)::text
         from dismissed_titles d join owner using (user_id) join titles t using (title_id)
        order by d.dismissed_at desc limit 2000)
      union all
      (select true, null, 'watches', jsonb_build_object(
               'titleId', w.title_id, 'title', t.title, 'watchedAt', w.watched_at)::text
         from watches w join owner using (user_id) join titles t using (title_id)
        order by w.watched_at desc limit 2000)
      union all
      (select true, null, 'openedRows', jsonb_build_object(
               'kind', r.kind, 'subject', r.subject, 'weight', r.weight, 'openedAt', r.opened_at)::text
         from row_opens r join owner using (user_id) order by r.opened_at desc limit 100)
      """
          .formatted(SessionStore.IS_LIVE, SecurityEvents.notedFor("owner"));

  private final Database database;
  private final RateLimits limits;

  public ExportStore(Database database, RateLimits limits) {
    this.database = database;
    this.limits = limits;
  }

  /** All but the ratings, each with the name of its part; one call, which takes an attempt. */
  List<Part> parts(Caller caller, Client client) {
    Sql sql =
        limits
            .gated(List.of(Limit.EXPORT_ACCOUNT.of(Long.toString(caller.userId()))), PARTS)
            .bind("userId", caller.userId())
            .bind("sessionId", caller.sessionId());
    List<Part> rows =
        database.write(
            SecurityEvents.bind(sql, SecurityEventKind.DATA_EXPORTED, client), Part.class);
    for (Part row : rows) {
      RateLimits.require(row.allowed, row.waitSeconds);
    }
    List<Part> parts = rows.stream().filter(row -> row.part != null).toList();
    if (parts.isEmpty()) {
      throw SessionStore.loggedOut();
    }
    return parts;
  }

  /** The ratings of titles after one, by title; one call. */
  List<Rating> ratings(long userId, long afterTitleId) {
    return database.read(
        Sql.of(
                """
                select r.title_id, t.title, r.half_stars, (extract(epoch from r.rated_at) * 1000)::bigint as rated_millis
                  from ratings r join titles t using (title_id)
                 where r.user_id = :userId and r.half_stars is not null and r.title_id > :after
                 order by r.title_id limit :page
                """)
            .bind("userId", userId)
            .bind("after", afterTitleId)
            .bind("page", RATINGS_A_PAGE),
        Rating.class);
  }

  record Part(boolean allowed, long waitSeconds, @Nullable String part, @Nullable JsonNode item) {}

  record Rating(long titleId, String title, int halfStars, long ratedMillis) {}
}
