package io.takewithott.core.limits;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Response;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes attempts and judges them, atomically, in the statement that also does the work behind the
 * gate. Claims are judged in turn: an attempt that one refuses counts for none of the later ones,
 * so that a blocked address cannot block an account as well.
 */
public final class RateLimits {
  /** The attempts of a row after one more that is let through. */
  private static final String NEXT_ATTEMPTS =
      "(case when r.forget_at <= to_timestamp(:now) then 1 else r.attempts + 1 end)";

  /**
   * While attempts are free the next may come at any time, and not from this moment on: of two at
   * once the later by its clock may be the first in the database.
   */
  private static final String TAKE =
      """
      taken#  as (
        insert into rate_limits as r (name, subject, attempts, next_at, forget_at, allowed)
        select :limit#, :subject#, 1, to_timestamp(0), to_timestamp(:now + :forget#), true
        %s
        on conflict (name, subject) do update set
          allowed = r.next_at <= to_timestamp(:now),
          attempts = case when r.next_at <= to_timestamp(:now) then NEXT else r.attempts end,
          next_at = case when r.next_at <= to_timestamp(:now)
                         then to_timestamp(case when NEXT < :free# then 0
                              else :now + least(:longest#, :first# * power(2, least(NEXT - :free#, 30))) end)
                         else r.next_at end,
          forget_at = case when r.next_at <= to_timestamp(:now)
                           then to_timestamp(:now + :forget#) else r.forget_at end
        returning allowed, next_at)
      """;

  private final Database database;
  private final InstantSource clock;

  public RateLimits(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A statement behind these claims: {@code body} may read {@code gate}, one row with {@code
   * allowed} and {@code wait_seconds}. The moment is bound as {@code now}, for {@code
   * to_timestamp(:now)}.
   */
  public Sql gated(List<Claim> claims, String body) {
    List<String> parts = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      String source = i == 0 ? "" : "from taken" + (i - 1) + " where allowed";
      parts.add(
          TAKE.formatted(source).replace("NEXT", NEXT_ATTEMPTS).replace("#", String.valueOf(i)));
      rows.add("select allowed, next_at from taken" + i);
    }
    String gate =
        """
        gate as (
          select count(*) filter (where allowed) = %d as allowed,
                 greatest(1, ceil(extract(epoch from max(next_at) filter (where not allowed)) - :now))::bigint
                   as wait_seconds
          from (%s) judged)
        """
            .formatted(claims.size(), String.join(" union all ", rows));
    parts.add(gate);
    return bound(Sql.of("with " + String.join(", ", parts) + body), claims);
  }

  /**
   * Takes an attempt and does nothing else; one database call.
   *
   * @throws AppException TOO_MANY_REQUESTS
   */
  public void take(Claim... claims) {
    Judged judged =
        database
            .writeOne(
                gated(List.of(claims), "select allowed, wait_seconds from gate"), Judged.class)
            .orElseThrow();
    require(judged.allowed, judged.waitSeconds);
  }

  /**
   * @throws AppException TOO_MANY_REQUESTS with how long to wait, in the same words for everybody
   */
  public static void require(boolean allowed, long waitSeconds) {
    if (!allowed) {
      throw new AppException(
          ErrorCode.TOO_MANY_REQUESTS,
          "That was tried too often: wait " + waitSeconds + " seconds",
          Map.of(Response.RETRY_AFTER_SECONDS, waitSeconds));
    }
  }

  /**
   * Parts of a {@code with} clause, each followed by a comma, that settle claims whose attempt has
   * succeeded. Needs {@link #bindSettled} and {@code now}.
   */
  public static String settling(List<Claim> claims) {
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i < claims.size(); i++) {
      String row = "where name = :settled" + i + " and subject = :settledSubject" + i;
      switch (claims.get(i).limit().allowance().afterSuccess()) {
        case FORGET -> parts.append("settled" + i + " as (delete from rate_limits " + row + "),\n");
        case GIVE_BACK ->
            parts.append(
                "settled"
                    + i
                    + " as (update rate_limits set attempts = greatest(attempts - 1, 0),"
                    + " next_at = to_timestamp(:now) "
                    + row
                    + "),\n");
        case COUNT -> {}
      }
    }
    return parts.toString();
  }

  public static Sql bindSettled(Sql sql, List<Claim> claims) {
    Sql bound = sql;
    for (int i = 0; i < claims.size(); i++) {
      if (claims.get(i).limit().allowance().afterSuccess() != AfterSuccess.COUNT) {
        bound =
            bound
                .bind("settled" + i, claims.get(i).limit().name())
                .bind("settledSubject" + i, claims.get(i).subjectHash());
      }
    }
    return bound;
  }

  private Sql bound(Sql sql, List<Claim> claims) {
    Sql bound = sql.bindSeconds("now", clock.instant());
    for (int i = 0; i < claims.size(); i++) {
      RateLimit limit = claims.get(i).limit();
      Allowance allowance = limit.allowance();
      bound =
          bound
              .bind("limit" + i, limit.name())
              .bind("subject" + i, claims.get(i).subjectHash())
              .bind("free" + i, allowance.free())
              .bind("first" + i, (double) allowance.firstWait().toSeconds())
              .bind("longest" + i, (double) allowance.longestWait().toSeconds())
              .bind("forget" + i, (double) allowance.forgottenAfter().toSeconds());
    }
    return bound;
  }

  record Judged(boolean allowed, long waitSeconds) {}
}
