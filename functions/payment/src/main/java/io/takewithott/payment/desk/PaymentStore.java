package io.takewithott.payment.desk;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.payment.ledger.EntryRead;
import io.takewithott.payment.money.Won;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Payments as the desk looks at them before it gives anything back; every method is one call. */
public final class PaymentStore {
  static final int PAGE = 50;

  /** Of one payment there are as many as its month has days, and a few. A row may have 64 KB. */
  private static final int ENTRIES = 100;

  private static final String COLUMNS =
      """
      o.order_id, o.party_id, o.user_id, o.name, o.share, o.fee, o.state, o.reason,
      extract(epoch from o.created_at)::bigint as asked_seconds
      """;

  private static final String OF_MEMBER =
      "select "
          + COLUMNS
          + """
            from payment_orders o where o.user_id = :userId
            order by o.created_at desc, o.order_id limit :page
            """;

  private static final String ONE =
      "select "
          + COLUMNS
          + """
            , p.host_id, coalesce(LIMIT, 0)::integer as possible,
              (select coalesce(json_agg(json_build_object(
                         'entry_id', e.entry_id, 'reason', e.reason,
                         'seconds', extract(epoch from e.occurred_at)::bigint,
                         'lines', (select json_agg(json_build_object(
                                            'account', l.account, 'amount', l.amount, 'who', nullif(l.owner_id, 0)::text)
                                            order by l.line)
                                     from ledger_postings l where l.entry_id = e.entry_id))
                         order by e.entry_id), '[]')
                 from (select * from ledger_entries where order_id = o.order_id
                        order by entry_id limit :entries) e)::text as entries_json
              from payment_orders o
              join parties p on p.party_id = o.party_id
              left join cycles c on c.order_id = o.order_id and c.state in ('paid', 'ended')
              left join refunds r on r.refund_id = 'r_' || o.order_id
             where o.order_id = :orderId
            """
              .replace("LIMIT", DeskSql.LIMIT);

  private final Database database;

  public PaymentStore(Database database) {
    this.database = database;
  }

  /** The latest first. */
  List<PaymentRow> ofMember(long userId) {
    return database.read(
        Sql.of(OF_MEMBER).bind("userId", userId).bind("page", PAGE), PaymentRow.class);
  }

  Optional<PaymentSeen> find(String orderId) {
    return database.readOne(
        Sql.of(ONE).bind("orderId", orderId).bind("entries", ENTRIES), PaymentSeen.class);
  }

  record PaymentRow(
      String orderId,
      long partyId,
      long userId,
      String name,
      Won share,
      Won fee,
      String state,
      @Nullable String reason,
      long askedSeconds) {}

  /**
   * @param possible what may be given back now
   */
  record PaymentSeen(
      String orderId,
      long partyId,
      long userId,
      long hostId,
      String name,
      Won share,
      Won fee,
      String state,
      @Nullable String reason,
      long askedSeconds,
      int possible,
      List<EntryRead> entries) {
    PaymentRow row() {
      return new PaymentRow(
          orderId, partyId, userId, name, share, fee, state, reason, askedSeconds);
    }
  }
}
