package io.takewithott.payment.ledger;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.util.List;

/** The ledger of a party, as those inside see it; one call. */
public final class LedgerStore {
  static final int PAGE = 100;

  /**
   * Who is or was inside sees every line, and whom of the party it is about by seat, not by name.
   */
  private static final String OF_PARTY =
      """
      with seen as (
        select p.party_id, p.host_id from parties p
         where p.party_id = :partyId
           and (p.host_id = :userId or exists (
                 select 1 from memberships m where m.party_id = p.party_id and m.user_id = :userId)))
      select e.entry_id, e.reason, extract(epoch from e.occurred_at)::bigint as seconds,
             (select json_agg(json_build_object(
                       'account', l.account, 'amount', l.amount,
                       'who', case when l.account not in ('member', 'refund', 'host') then null
                                   when l.owner_id = :userId then 'you'
                                   when l.account = 'host' then 'host'
                                   else 'seat ' || coalesce(
                                     (select s.position from memberships m join seats s on s.seat_id = m.seat_id
                                       where m.party_id = e.party_id and m.user_id = l.owner_id
                                       order by m.membership_id desc limit 1)::text, '?') end)
                       order by l.line)
                from ledger_postings l where l.entry_id = e.entry_id)::text as lines_json
        from seen join ledger_entries e on e.party_id = seen.party_id
       where e.entry_id > :after
      union all
      select 0, '', 0, '[]' from seen
       order by entry_id limit :page
      """;

  private final Database database;

  public LedgerStore(Database database) {
    this.database = database;
  }

  /** The first row stands for the party itself, and is all there is without entries. */
  List<EntryRead> ofParty(long partyId, long userId, long after) {
    return database.read(
        Sql.of(OF_PARTY)
            .bind("partyId", partyId)
            .bind("userId", userId)
            .bind("after", after)
            .bind("page", PAGE + 2),
        EntryRead.class);
  }
}
