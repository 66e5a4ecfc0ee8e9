package io.takewithott.auth.profile;

import io.takewithott.auth.account.AccountStore;
import io.takewithott.auth.limits.Limit;
import io.takewithott.auth.session.SessionStore;
import io.takewithott.core.AppException;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.limits.RateLimits;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Profiles in the database; every method is one call. */
public final class ProfileStore {
  private static final String COLUMNS =
      """
      u.user_id, u.nickname, u.bio, u.language, u.autoplay, u.age_band, u.is_private, u.photo_key, u.taste_version
      """;

  private static final String CHANGE =
      """
      , changed as (
        update users u
           set nickname = coalesce(:nickname::text, u.nickname),
               nickname_key = coalesce(:nicknameKey::text, u.nickname_key),
               bio = case when :bioGiven then :bio::text else u.bio end,
               language = coalesce(:language::text, u.language),
               autoplay = coalesce(:autoplay::boolean, u.autoplay),
               age_band = case when :ageBandGiven then :ageBand::text else u.age_band end,
               taste_version = u.taste_version
                 + case when :ageBandGiven and u.age_band is distinct from :ageBand::text then 1 else 0 end,
               is_private = coalesce(:isPrivate::boolean, u.is_private)
          from gate g
         where g.allowed and u.user_id = :userId and u.deleted_at is null and %s
        returning %s),
      -- Nobody is left waiting for what takes no leave any more.
      let_in as (
        update follows f set state = 'following' from changed c
         where f.followee_id = c.user_id and f.state = 'requested' and not c.is_private)
      select g.allowed, g.wait_seconds, coalesce(to_jsonb(c)::text, 'null') as profile_json
        from gate g left join changed c on true
      """
          .formatted(SessionStore.IS_LIVE, COLUMNS);

  private final Database database;
  private final RateLimits limits;
  private final InstantSource clock;

  public ProfileStore(Database database, RateLimits limits, InstantSource clock) {
    this.database = database;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * @throws AppException UNAUTHENTICATED
   */
  Profile own(Caller caller) {
    return database
        .readOne(
            Sql.of(
                    "select "
                        + COLUMNS
                        + " from users u where u.user_id = :userId and u.deleted_at is null and "
                        + SessionStore.IS_LIVE)
                .bind("userId", caller.userId())
                .bind("sessionId", caller.sessionId())
                .bindSeconds("now", clock.instant()),
            Profile.class)
        .orElseThrow(SessionStore::loggedOut);
  }

  /**
   * Answers the profile as it is now. Another age band counts in the taste version, for titles are
   * ordered by who may watch them.
   *
   * @throws AppException UNAUTHENTICATED, NICKNAME_TAKEN, TOO_MANY_REQUESTS
   */
  Profile change(Caller caller, ProfileChange change) {
    Sql sql =
        limits
            .gated(List.of(Limit.PROFILE_ACCOUNT.of(Long.toString(caller.userId()))), CHANGE)
            .bind("userId", caller.userId())
            .bind("sessionId", caller.sessionId());
    try {
      Changed changed = database.writeOne(bound(sql, change), Changed.class).orElseThrow();
      RateLimits.require(changed.allowed, changed.waitSeconds);
      return Optional.ofNullable(changed.profile).orElseThrow(SessionStore::loggedOut);
    } catch (DatabaseException failure) {
      throw AccountStore.taken(failure);
    }
  }

  private static Sql bound(Sql sql, ProfileChange change) {
    return sql.bind("nickname", change.nickname() == null ? null : change.nickname().text())
        .bind("nicknameKey", change.nickname() == null ? null : change.nickname().key())
        .bind("bioGiven", change.bio() != null)
        .bind("bio", change.bio() == null ? null : change.bio().text())
        .bind("language", change.language() == null ? null : change.language().code())
        .bind("autoplay", change.autoplay() == null ? null : change.autoplay().toString())
        .bind("ageBandGiven", change.ageBandGiven())
        .bind("ageBand", change.ageBand() == null ? null : change.ageBand().code())
        .bind(
            "isPrivate",
            change.visibility() == null
                ? null
                : String.valueOf(change.visibility() == Visibility.PRIVATE));
  }

  /**
   * What somebody else sees; nothing of a user who has gone.
   *
   * @param viewerId absent for a visitor
   */
  Optional<Shown> shown(long userId, @Nullable Long viewerId) {
    return database.readOne(
        Sql.of(
                """
                select u.user_id, u.nickname, u.photo_key, u.is_private,
                       case when sees then u.bio end as bio,
                       case when sees then
                         (select count(*) from follows f
                           where f.followee_id = u.user_id and f.state = 'following') end as followers,
                       case when sees then
                         (select count(*) from follows f
                           where f.follower_id = u.user_id and f.state = 'following') end as following,
                       case when mine.state = 'refused' then 'requested'
                            when mine.state <> 'withdrawn' then mine.state end as relation
                  from users u
                  left join follows mine on mine.follower_id = :viewerId and mine.followee_id = u.user_id
                  cross join lateral (
                    select not u.is_private or u.user_id = :viewerId
                           or coalesce(mine.state = 'following', false) as sees) eyes
                 where u.user_id = :userId and u.deleted_at is null
                """)
            .bind("userId", userId)
            .bind("viewerId", viewerId == null ? 0 : viewerId),
        Shown.class);
  }

  /** A profile as its owner sees it. */
  record Profile(
      long userId,
      String nickname,
      @Nullable String bio,
      String language,
      boolean autoplay,
      @Nullable String ageBand,
      boolean isPrivate,
      @Nullable String photoKey,
      long tasteVersion) {
    @Override
    public String toString() {
      return "Profile[" + userId + "]";
    }
  }

  /**
   * A profile as others see it.
   *
   * @param bio absent where there is none, or the viewer may not see it
   * @param followers absent where the viewer may not see it
   * @param relation {@code following} or {@code requested} by the viewer; absent for neither
   */
  record Shown(
      long userId,
      String nickname,
      @Nullable String photoKey,
      boolean isPrivate,
      @Nullable String bio,
      @Nullable Long followers,
      @Nullable Long following,
      @Nullable String relation) {}

  record Changed(boolean allowed, long waitSeconds, @Nullable Profile profile) {}
}
