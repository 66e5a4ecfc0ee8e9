package io.takewithott.auth.follow;

import io.takewithott.auth.limits.Limit;
import io.takewithott.auth.session.SessionStore;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.limits.RateLimits;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who follows whom; every method is one call, and throws UNAUTHENTICATED for an ended session. */
public final class FollowStore {
  static final int PAGE = 50;

  /** Who was refused and asks again is told what they were told before. */
  private static final String FOLLOW =
      """
      , caller as (
        select u.user_id from users u, gate g
         where g.allowed and u.user_id = :userId and u.deleted_at is null and %s),
      other as (
        select u.user_id, case when u.is_private then 'requested' else 'following' end as state
          from users u, caller where u.user_id = :otherId and u.deleted_at is null),
      stored as (
        insert into follows as f (follower_id, followee_id, state, asked_at)
        select caller.user_id, other.user_id, other.state, to_timestamp(:now) from caller, other
        on conflict (follower_id, followee_id) do update
           set state = case when f.state = 'withdrawn' then 'refused'
                            when f.state = 'requested' then excluded.state
                            else f.state end
        returning state)
      select g.allowed, g.wait_seconds, exists (select 1 from caller) as live,
             (select state from stored) as state
        from gate g
      """
          .formatted(SessionStore.IS_LIVE);

  private static final String CALLER =
      "with caller as (select u.user_id from users u where u.user_id = :userId and u.deleted_at is null and "
          + SessionStore.IS_LIVE
          + ")";

  private static final String UNFOLLOW =
      CALLER
          + """
          , gone as (
            delete from follows f using caller c
             where f.follower_id = c.user_id and f.followee_id = :otherId
               and f.state in ('following', 'requested')),
          withdrawn as (
            update follows f set state = 'withdrawn' from caller c
             where f.follower_id = c.user_id and f.followee_id = :otherId and f.state = 'refused')
          select exists (select 1 from caller) as live, true as found
          """;

  private static final String JUDGE =
      CALLER
          + """
          , judged as (
            update follows f set state = :state from caller c
             where f.followee_id = c.user_id and f.follower_id = :otherId and f.state <> 'withdrawn'
            returning f.follower_id)
          select exists (select 1 from caller) as live, exists (select 1 from judged) as found
          """;

  private static final String LIST =
      CALLER
          + """
          select o.user_id, o.nickname, o.photo_key, f.state, true as live
            from caller c
            join follows f on f.MINE = c.user_id
            join users o on o.user_id = f.THEIRS
           where f.THEIRS > :after and f.state = any(string_to_array(:states, ','))
           union all
          select 0, '', null, '', exists (select 1 from caller)
           order by user_id limit :page
          """;

  private final Database database;
  private final RateLimits limits;
  private final InstantSource clock;

  public FollowStore(Database database, RateLimits limits, InstantSource clock) {
    this.database = database;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Follows somebody, or asks to; again it changes nothing. Whether they are followed now.
   *
   * @throws AppException TOO_MANY_REQUESTS, NOT_FOUND, CONFLICT at the limit
   */
  boolean follow(Caller caller, long otherId) {
    Sql sql =
        limits
            .gated(List.of(Limit.FOLLOW_ACCOUNT.of(Long.toString(caller.userId()))), FOLLOW)
            .bind("userId", caller.userId())
            .bind("sessionId", caller.sessionId())
            .bind("otherId", otherId);
    Followed followed;
    try {
      followed = database.writeOne(sql, Followed.class).orElseThrow();
    } catch (DatabaseException failure) {
      throw refusal(failure);
    }
    RateLimits.require(followed.allowed, followed.waitSeconds);
    requireLive(followed.live);
    if (followed.state == null) {
      throw new AppException(ErrorCode.NOT_FOUND, "There is no user " + otherId);
    }
    return followed.state.equals("following");
  }

  private static RuntimeException refusal(DatabaseException failure) {
    return switch (failure.constraint().orElse("")) {
      case "follows_limit" ->
          new AppException(
              ErrorCode.CONFLICT, "You follow 2000 others, and more cannot be followed");
      case "follows_others" -> new AppException(ErrorCode.CONFLICT, "Nobody follows themselves");
      default -> failure;
    };
  }

  /** No longer follows, or asks; it does not matter whether the caller did. */
  void unfollow(Caller caller, long otherId) {
    change(Sql.of(UNFOLLOW), caller, otherId);
  }

  /** Lets somebody follow who asked, or was refused; whether there is one. */
  boolean accept(Caller caller, long otherId) {
    return change(Sql.of(JUDGE).bind("state", "following"), caller, otherId);
  }

  /** Refuses a request, or a follower; whether there is one. */
  boolean refuse(Caller caller, long otherId) {
    return change(Sql.of(JUDGE).bind("state", "refused"), caller, otherId);
  }

  private boolean change(Sql sql, Caller caller, long otherId) {
    Changed changed =
        database.writeOne(bound(sql, caller).bind("otherId", otherId), Changed.class).orElseThrow();
    requireLive(changed.live);
    return changed.found;
  }

  /** Whom I follow or asked to, by id. */
  List<Other> following(Caller caller, long after) {
    return list("follower_id", "followee_id", "following,requested,refused", caller, after);
  }

  List<Other> followers(Caller caller, long after) {
    return list("followee_id", "follower_id", "following", caller, after);
  }

  /** Who waits for an answer of mine. */
  List<Other> requests(Caller caller, long after) {
    return list("followee_id", "follower_id", "requested", caller, after);
  }

  private List<Other> list(String mine, String theirs, String states, Caller caller, long after) {
    // The first row says whether the session lives, for an empty list would not.
    List<Other> rows =
        database.read(
            bound(Sql.of(LIST.replace("MINE", mine).replace("THEIRS", theirs)), caller)
                .bind("states", states)
                .bind("after", after)
                .bind("page", PAGE + 2),
            Other.class);
    requireLive(rows.get(0).live);
    return rows.subList(1, rows.size());
  }

  private Sql bound(Sql sql, Caller caller) {
    return sql.bind("userId", caller.userId())
        .bind("sessionId", caller.sessionId())
        .bindSeconds("now", clock.instant());
  }

  private static void requireLive(boolean live) {
    if (!live) {
      throw SessionStore.loggedOut();
    }
  }

  record Changed(boolean live, boolean found) {}

  /**
   * @param state absent where there is nobody to follow
   */
  record Followed(boolean allowed, long waitSeconds, boolean live, @Nullable String state) {}

  /** Somebody in a list. */
  record Other(
      long userId, String nickname, @Nullable String photoKey, String state, boolean live) {}
}
