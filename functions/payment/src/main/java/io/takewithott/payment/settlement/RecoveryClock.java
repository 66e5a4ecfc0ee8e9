package io.takewithott.payment.settlement;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.payment.money.Today;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When something that was begun is next due. */
public final class RecoveryClock {
  /** What is due later than this is left to the daily runs. */
  private static final Duration SOON = Duration.ofHours(2);

  private static final Duration LEAST = Duration.ofMinutes(1);

  private static final String NEXT =
      """
      with due as (
        select min(x.at) as at from (
          select min(s.locked_until) as at
            from payment_orders o join seats s on s.order_id = o.order_id where o.state = 'awaiting'
          union all
          select min(check_at) from payment_orders where state = 'asked'
          union all
          select min(next_at) from refunds where state = 'open') x)
      insert into recovery_clock as k (clock, next_at)
      select true, greatest(due.at, to_timestamp(:least)) from due where due.at <= to_timestamp(:soon)
      on conflict (clock) do update set next_at = excluded.next_at
       where k.next_at <= to_timestamp(:now) or k.next_at > excluded.next_at
      returning extract(epoch from next_at)::bigint as seconds
      """;

  private final Database database;
  private final Today today;

  public RecoveryClock(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /** For whoever is to send a reminder; nothing is due soon, or somebody else has sent one. */
  public Optional<Instant> next() {
    Instant now = today.now();
    return database
        .writeOne(
            Sql.of(NEXT)
                .bindSeconds("now", now)
                .bindSeconds("least", now.plus(LEAST))
                .bindSeconds("soon", now.plus(SOON)),
            Next.class)
        .map(next -> Instant.ofEpochSecond(next.seconds()));
  }

  record Next(long seconds) {}
}
