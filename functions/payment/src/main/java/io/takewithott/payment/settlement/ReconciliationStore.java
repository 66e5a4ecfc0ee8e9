package io.takewithott.payment.settlement;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.payment.money.Today;
import java.time.Duration;
import java.util.List;

/** What our ledger says of orders, for comparison; every method is one call. */
public final class ReconciliationStore {
  /** A provider that is later than this after an order was settled is found by its notice alone. */
  private static final Duration COMPARED = Duration.ofDays(3);

  /** Those with a refund under way are compared when it is done. */
  private static final String RECENT =
      """
      select o.order_id, o.state,
             (select coalesce(sum(l.amount), 0)
                from ledger_entries e join ledger_postings l on l.entry_id = e.entry_id
               where l.account = 'provider'
                 and (e.order_id = o.order_id or starts_with(e.order_id, o.order_id || '_'))
                 and e.party_id = o.party_id)::bigint as held
        from payment_orders o
       where o.to_compare and o.order_id > :after and o.state not in ('awaiting', 'asked')
         and o.reason is distinct from 'paid twice'
         and not exists (select 1 from refunds r
                          where (r.order_id = o.order_id or starts_with(r.order_id, o.order_id || '_'))
                            and r.party_id = o.party_id and r.state = 'open')
       order by o.order_id limit :most
      """;

  private final Database database;
  private final Today today;

  public ReconciliationStore(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  List<Recent> recent(String after, int most) {
    return database.read(Sql.of(RECENT).bind("after", after).bind("most", most), Recent.class);
  }

  /** These agree; they are compared no more if that is long enough after they were settled. */
  void agreed(List<String> orderIds) {
    database.write(
        Sql.of(
                """
                update payment_orders o set to_compare = false
                 where o.order_id = any(string_to_array(:orderIds, ','))
                   and o.settled_at < to_timestamp(:since)
                   and not exists (select 1 from refunds r
                                    where r.order_id = o.order_id
                                      and (r.done_at is null or r.done_at >= to_timestamp(:since)))
                """)
            .bind("orderIds", String.join(",", orderIds))
            .bindSeconds("since", today.now().minus(COMPARED)));
  }

  /** Notes a difference; whether it is a new one. */
  boolean note(String orderId, String kind, long ours, long theirs) {
    return database.write(
            Sql.of(
                    """
                    insert into reconciliation_differences (order_id, kind, ours, theirs, noted_at)
                    values (:orderId, :kind, :ours, :theirs, to_timestamp(:now))
                    on conflict do nothing
                    """)
                .bind("orderId", orderId)
                .bind("kind", kind)
                .bind("ours", ours)
                .bind("theirs", theirs)
                .bindSeconds("now", today.now()))
        == 1;
  }

  /**
   * By how many won entries do not sum to zero, each counted by itself so that two do not hide each
   * other. A trigger refuses such an entry; this tells of one that came past it. Reads every
   * posting.
   */
  long imbalance() {
    return database
        .readOne(
            Sql.of(
                """
                select coalesce(sum(abs(won)), 0)::bigint as won
                  from (select sum(amount) as won from ledger_postings group by entry_id) entries
                """),
            Imbalance.class)
        .orElseThrow()
        .won();
  }

  record Imbalance(long won) {}

  /**
   * @param held what the provider has of it, by our ledger
   */
  record Recent(String orderId, String state, long held) {}
}
