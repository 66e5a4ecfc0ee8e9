package io.takewithott.auth.sweep;

import io.takewithott.auth.mail.MailNudge;
import io.takewithott.auth.photo.DiscardedPhotos;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Deletes what has served its time, in portions, and has mails sent that were left behind. */
public final class Sweep {
  /** A portion that the Data API's 45 seconds are enough for by far. */
  private static final int PORTION = 10_000;

  private static final int MOST_PORTIONS = 50;

  private final Database database;
  private final DiscardedPhotos photos;
  private final MailNudge nudge;
  private final InstantSource clock;

  public Sweep(Database database, DiscardedPhotos photos, MailNudge nudge, InstantSource clock) {
    this.database = database;
    this.photos = photos;
    this.nudge = nudge;
    this.clock = clock;
  }

  /** How many rows of each table were deleted; with a discarded photo's row, its objects. */
  public Map<String, Long> run() {
    Map<String, Long> deleted = new LinkedHashMap<>();
    for (Rule rule : Rule.values()) {
      deleted.put(rule.table, delete(rule));
    }
    deleted.put("discarded_photos", photos.sweep());
    nudge.nudge();
    return deleted;
  }

  private long delete(Rule rule) {
    Instant before = clock.instant().minus(rule.kept);
    String statement =
        "delete from "
            + rule.table
            + " where ctid = any(array(select ctid from "
            + rule.table
            + " where "
            + rule.condition
            + " limit :portion))";
    long all = 0;
    for (int i = 0; i < MOST_PORTIONS; i++) {
      long some =
          database.write(Sql.of(statement).bindSeconds("before", before).bind("portion", PORTION));
      all += some;
      if (some < PORTION) {
        break;
      }
    }
    return all;
  }

  /** How long each table's rows are kept beyond their use. */
  private enum Rule {
    LIMITS("rate_limits", "forget_at < to_timestamp(:before)", Duration.ZERO),
    LINKS("single_use_tokens", "expires_at < to_timestamp(:before)", Duration.ofDays(1)),
    /** The uploads themselves go by the bucket's rule. */
    UPLOADS("post_uploads", "until < to_timestamp(:before)", Duration.ofDays(1)),
    MAILS("mails", "coalesce(sent_at, given_up_at) < to_timestamp(:before)", Duration.ofDays(7)),
    CHANGES("email_changes", "asked_at < to_timestamp(:before)", Duration.ofDays(7)),
    /** An expired token is refused whether it is known or not. */
    TOKENS("refresh_tokens", "expires_at < to_timestamp(:before)", Duration.ZERO),
    SESSIONS(
        "sessions", "least(ended_at, expires_at) < to_timestamp(:before)", Duration.ofDays(90)),
    EVENTS("security_events", "occurred_at < to_timestamp(:before)", Duration.ofDays(365)),
    TICKETS("socket_tickets", "expires_at < to_timestamp(:before)", Duration.ZERO),
    CONNECTIONS("socket_connections", "expires_at < to_timestamp(:before)", Duration.ZERO),
    PUSHES("push_outbox", "made_at < to_timestamp(:before)", Duration.ofDays(1)),
    PACES("chat_paces", "free_at < to_timestamp(:before)", Duration.ofDays(1)),
    NOTIFICATIONS("notifications", "made_at < to_timestamp(:before)", Duration.ofDays(180)),
    REPORTS("message_reports", "reported_at < to_timestamp(:before)", Duration.ofDays(365)),
    /** Ranks look two weeks back, and changes are counted in days of the latest 35. */
    DAYS(
        "title_days",
        "day < (to_timestamp(:before) at time zone 'Asia/Seoul')::date",
        Duration.ofDays(40));

    private final String table;
    private final String condition;
    private final Duration kept;

    Rule(String table, String condition, Duration kept) {
      this.table = table;
      this.condition = condition;
      this.kept = kept;
    }
  }
}
