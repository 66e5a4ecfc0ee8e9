package io.takewithott.auth.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.auth.audit.SecurityEventKind;
import io.takewithott.auth.audit.SecurityEvents;
import io.takewithott.auth.client.Client;
import io.takewithott.auth.limits.Limit;
import io.takewithott.auth.session.SessionStore;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.limits.RateLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that is known about a member, in rows that the Data API can carry. */
public final class ExportStore {
  /** The Data API answers no more than 1 MiB, in which the rows' quotes are escaped. */
  private static final int PAGE_BYTES = 600_000;

  private static final String PAGE =
      """
      with history as (%s),
      rest as (
        select list, a, b, item::text as item_json,
               sum(octet_length(item::text) + 120) over (order by list, a, b) as bytes
          from history where (list, a, b) > (:list, :a, :b))
      select list, a, b, item_json, (select max(bytes) from rest) > :bytes as more
        from rest where bytes <= :bytes order by list, a, b
      """
          .formatted(HistoryList.all());

  static final String PARTS =
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

  /** All but the history, each with the name of its part; one call, which takes an attempt. */
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

  /** As many rows as one answer takes, after the last of the page before; one call. */
  List<Row> history(long userId, @Nullable Row last) {
    return database.read(
        Sql.of(PAGE)
            .bind("userId", userId)
            .bind("list", last == null ? -1 : last.list)
            .bind("a", last == null ? 0 : last.a)
            .bind("b", last == null ? 0 : last.b)
            .bind("bytes", PAGE_BYTES),
        Row.class);
  }

  record Part(boolean allowed, long waitSeconds, @Nullable String part, @Nullable JsonNode item) {}

  /**
   * A row of a list.
   *
   * @param more whether another page follows the one that this row is on
   */
  record Row(int list, long a, long b, JsonNode item, boolean more) {}
}
