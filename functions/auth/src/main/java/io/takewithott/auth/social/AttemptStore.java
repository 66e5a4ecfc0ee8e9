package io.takewithott.auth.social;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.limits.Claim;
import io.takewithott.core.limits.RateLimits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Attempts on their way; every method is one call. */
final class AttemptStore {
  private static final String PUT =
      """
      , %s forgotten as (delete from social_attempts where expires_at < to_timestamp(:now)),
      begun as (
        insert into social_attempts
          (state_hash, browser_hash, provider, nonce, verifier, redirect_uri, return_to,
           separate, user_id, expires_at)
        select :state, :browser, :provider, :nonce, :verifier, :redirectUri, :returnTo,
               :separate, cast(:userId as bigint), to_timestamp(:expiresAt)
          from gate where allowed)
      select allowed, wait_seconds from gate
      """;

  private final Database database;
  private final RateLimits limits;

  AttemptStore(Database database, RateLimits limits) {
    this.database = database;
    this.limits = limits;
  }

  /**
   * Remembers an attempt, and forgets those that nobody came back from.
   *
   * @param claim what limits beginnings
   * @param succeeded attempts that were taken before and have now succeeded
   * @throws io.takewithott.core.AppException TOO_MANY_REQUESTS
   */
  void put(
      Claim claim,
      List<Claim> succeeded,
      String state,
      String browser,
      Attempt attempt,
      Instant expiresAt) {
    Sql gated = limits.gated(List.of(claim), PUT.formatted(RateLimits.settling(succeeded)));
    Sql sql =
        RateLimits.bindSettled(gated, succeeded)
            .bind("state", Randomness.hash(state))
            .bind("browser", Randomness.hash(browser))
            .bind("provider", attempt.provider())
            .bind("nonce", attempt.nonce())
            .bind("verifier", attempt.verifier())
            .bind("redirectUri", attempt.redirectUri())
            .bind("returnTo", attempt.returnTo())
            .bind("separate", attempt.separate())
            .bindSeconds("expiresAt", expiresAt);
    Long userId = attempt.userId();
    Judged judged =
        database
            .writeOne(
                userId == null ? sql.bindNull("userId") : sql.bind("userId", userId), Judged.class)
            .orElseThrow();
    RateLimits.require(judged.allowed, judged.waitSeconds);
  }

  /**
   * Takes the attempt with that state out, if it was begun for that provider in that browser and
   * has not expired: of two who come back with one state, the first is answered.
   */
  Optional<Attempt> take(String state, String browser, String provider, Instant now) {
    return database.writeOne(
        Sql.of(
                """
                    delete from social_attempts
                     where state_hash = :state and browser_hash = :browser and provider = :provider
                       and expires_at > to_timestamp(:now)
                    returning provider, nonce, verifier, redirect_uri, return_to, separate, user_id
                    """)
            .bindSeconds("now", now)
            .bind("state", Randomness.hash(state))
            .bind("browser", Randomness.hash(browser))
            .bind("provider", provider),
        Attempt.class);
  }

  record Judged(boolean allowed, long waitSeconds) {}
}
