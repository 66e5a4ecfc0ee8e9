package io.takewithott.payment.settlement;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.payment.money.Today;
import java.util.List;

/** Memberships that are to end for what has happened elsewhere; every method is one call. */
public final class LeftBehindStore {
  /** A row of kind {@code departed} says only that somebody has left the service. */
  private static final String LEFT_BEHIND =
      """
      (select 'departed' as kind, 0::bigint as membership_id from payment_departures limit 1)
      union all
      (select 'left', m.membership_id
         from memberships m join payment_departures d on d.user_id = m.user_id
        where m.state <> 'ended' order by m.membership_id limit :most)
      union all
      (select 'closed', m.membership_id
         from memberships m join parties p on p.party_id = m.party_id
        where p.state = 'closed' and m.state <> 'ended' order by m.membership_id limit :most)
      union all
      (select 'claim', c.membership_id
         from party_claims c
        where c.state in ('open', 'escalated', 'proposed') and c.decided_by is not null
        order by c.claim_id limit :most)
      """;

  private static final String CLOSE_DEPARTED =
      """
      update parties p set state = 'closed', closed_at = to_timestamp(:now), offered_to = null
        from payment_departures d where p.host_id = d.user_id and p.state <> 'closed'
      """;

  private static final String FORGET_DEPARTED =
      """
      delete from payment_departures d
       where not exists (select 1 from parties p where p.host_id = d.user_id and p.state <> 'closed')
         and not exists (select 1 from memberships m where m.user_id = d.user_id and m.state <> 'ended')
      """;

  private final Database database;
  private final Today today;

  public LeftBehindStore(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /**
   * What members who left the service have left behind, those in parties that are closed, and those
   * whose claim was upheld without the money having followed.
   *
   * @param most of each kind
   */
  List<LeftBehind> leftBehind(int most) {
    return database.read(Sql.of(LEFT_BEHIND).bind("most", most), LeftBehind.class);
  }

  /** Closes the parties of hosts who left the service. */
  void closeDeparted() {
    database.write(Sql.of(CLOSE_DEPARTED).bindSeconds("now", today.now()));
  }

  /** Forgets who has nothing left here. */
  void forgetDeparted() {
    database.write(Sql.of(FORGET_DEPARTED));
  }

  /**
   * @param kind {@code departed}, {@code left}, {@code closed} or {@code claim}
   */
  record LeftBehind(String kind, long membershipId) {}
}
