package io.takewithott.auth.session;

import io.takewithott.auth.audit.SecurityEventKind;
import io.takewithott.auth.audit.SecurityEvents;
import io.takewithott.auth.client.Client;
import io.takewithott.core.AppException;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.limits.Claim;
import io.takewithott.core.limits.RateLimits;
import io.takewithott.core.session.LiveSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sessions and their refresh tokens in the database; every method is one call. */
public final class SessionStore {
  /** A session that is not used for so long is over. */
  static final Duration IDLE = Duration.ofDays(30);

  /** However much it is used, a log-in is not good for longer. */
  private static final Duration LONGEST = Duration.ofDays(180);

  /** With one more, the one that was quiet longest is ended. */
  private static final int MOST_SESSIONS = 30;

  /** {@link LiveSession#IS_LIVE}. */
  public static final String IS_LIVE = LiveSession.IS_LIVE;

  private static final String MEMBER =
      """
      u.user_id, u.nickname, u.role = 'admin' as admin,
      (select count(*) from picks p where p.user_id = u.user_id) as picks
      """;

  private static final String END =
      """
      with ended as (
        update sessions set ended_at = to_timestamp(:now), end_reason = :reason
         where ended_at is null and %s
        returning user_id)
      %s
      """;

  private final Database database;

  public SessionStore(Database database) {
    this.database = database;
  }

  /** What a caller hears whose session does not live. */
  public static AppException loggedOut() {
    return LiveSession.loggedOut();
  }

  /** Nothing when there is no such user any more. */
  Optional<Member> open(
      String sessionId,
      long userId,
      RefreshToken token,
      Client client,
      Instant now,
      List<Claim> succeeded) {
    Sql sql =
        Sql.of(
                "with "
                    + RateLimits.settling(succeeded)
                    + """
                    opener as (
                      select user_id from users where user_id = :userId and deleted_at is null),
                    opened as (
                      insert into sessions (session_id, user_id, device, address, opened_at, last_seen_at, expires_at)
                      select :sessionId, user_id, :device, :network, to_timestamp(:now), to_timestamp(:now),
                             to_timestamp(:longest)
                        from opener
                      returning session_id, user_id),
                    issued as (
                      insert into refresh_tokens (token_hash, session_id, issued_at, expires_at)
                      select :tokenHash, session_id, to_timestamp(:now), to_timestamp(:idle) from opened),
                    crowded as (
                      update sessions set ended_at = to_timestamp(:now), end_reason = 'REVOKED'
                       where session_id in (
                         select session_id from sessions
                          where user_id = :userId and ended_at is null
                          order by last_seen_at desc offset :most)),
                    noted as (
                    """
                    + SecurityEvents.notedFor("opened")
                    + ") select "
                    + MEMBER
                    + " from users u join opener using (user_id)")
            .bind("sessionId", UUID.fromString(sessionId))
            .bind("userId", userId)
            .bind("tokenHash", token.hash())
            .bindSeconds("now", now)
            .bindSeconds("idle", now.plus(IDLE))
            .bindSeconds("longest", now.plus(LONGEST))
            .bind("most", MOST_SESSIONS - 1);
    return database.writeOne(
        RateLimits.bindSettled(
            SecurityEvents.bind(sql, SecurityEventKind.LOGGED_IN, client), succeeded),
        Member.class);
  }

  /**
   * Uses a token up and makes its successor the present one, if it was unused and its session
   * lives. The answer says which it was; nothing when the token is unknown.
   */
  Optional<Turn> turn(RefreshToken token, String salt, RefreshToken successor, Instant now) {
    return database.writeOne(
        Sql.of(
                """
                with known as (
                  select t.token_hash, t.session_id, t.used_at, t.successor_salt, s.user_id,
                         s.ended_at is null and s.expires_at > to_timestamp(:now)
                           and t.expires_at > to_timestamp(:now) as live,
                         exists (select 1 from refresh_tokens next
                                  where next.token_hash = t.successor_hash and next.used_at is not null) as moved_on
                    from refresh_tokens t join sessions s using (session_id)
                   where t.token_hash = :tokenHash),
                used as (
                  update refresh_tokens t
                     set used_at = to_timestamp(:now), successor_hash = :successorHash, successor_salt = :salt
                    from known k
                   where t.token_hash = k.token_hash and t.used_at is null and k.live
                  returning t.session_id),
                forgotten as (
                  update refresh_tokens set successor_salt = null
                   where successor_hash = :tokenHash and exists (select 1 from used)),
                issued as (
                  insert into refresh_tokens (token_hash, session_id, issued_at, expires_at)
                  select :successorHash, session_id, to_timestamp(:now), to_timestamp(:idle) from used),
                seen as (
                  update sessions s set last_seen_at = to_timestamp(:now)
                    from used where s.session_id = used.session_id)
                select k.session_id::text as session_id, k.live, k.moved_on, k.successor_salt,
                       (extract(epoch from k.used_at) * 1000)::bigint as used_millis,
                       exists (select 1 from used) as turned,
                       u.user_id, u.nickname, u.role = 'admin' as admin,
                       (select count(*) from picks p where p.user_id = u.user_id) as picks
                  from known k join users u using (user_id)
                """)
            .bind("tokenHash", token.hash())
            .bind("successorHash", successor.hash())
            .bind("salt", salt)
            .bindSeconds("now", now)
            .bindSeconds("idle", now.plus(IDLE)),
        Turn.class);
  }

  void endForReuse(String sessionId, Client client, Instant now) {
    end(
        Sql.of(END.formatted("session_id = :sessionId", SecurityEvents.notedFor("ended")))
            .bind("sessionId", UUID.fromString(sessionId))
            .bind("reason", "REUSED"),
        SecurityEventKind.REFRESH_TOKEN_REUSED,
        client,
        now);
  }

  void end(RefreshToken token, Client client, Instant now) {
    String session =
        "session_id = (select session_id from refresh_tokens where token_hash = :hash)";
    end(
        Sql.of(END.formatted(session, SecurityEvents.notedFor("ended")))
            .bind("hash", token.hash())
            .bind("reason", "LOGGED_OUT"),
        SecurityEventKind.LOGGED_OUT,
        client,
        now);
  }

  private void end(Sql sql, SecurityEventKind kind, Client client, Instant now) {
    database.write(SecurityEvents.bind(sql, kind, client).bindSeconds("now", now));
  }

  /** Whose session it is. */
  record Member(long userId, String nickname, int picks, boolean admin) {}

  /**
   * What became of a token.
   *
   * @param live whether its session lives and it has not expired
   * @param movedOn whether its successor has been used
   * @param turned whether it was used up now
   */
  record Turn(
      String sessionId,
      boolean live,
      boolean movedOn,
      @Nullable String successorSalt,
      @Nullable Long usedMillis,
      boolean turned,
      long userId,
      String nickname,
      boolean admin,
      int picks) {
    Member member() {
      return new Member(userId, nickname, picks, admin);
    }

    /** Whether two came at once and this one was too late to see the other. */
    boolean raced() {
      return live && !turned && usedMillis == null;
    }

    boolean wasUsed() {
      return live && usedMillis != null;
    }

    /** What makes the successor again, if that may be done for a token used since that moment. */
    Optional<String> saltSince(Instant since) {
      return wasUsed() && !movedOn && usedMillis != null && usedMillis >= since.toEpochMilli()
          ? Optional.ofNullable(successorSalt)
          : Optional.empty();
    }
  }
}
