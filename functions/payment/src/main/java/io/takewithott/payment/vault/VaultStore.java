package io.takewithott.payment.vault;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import io.takewithott.payment.money.Today;
import io.takewithott.payment.plan.Rule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Vaults and who looked into them; every method is one call. */
public final class VaultStore {
  static final int PAGE = 50;

  /** Two of one person's requests may meet; more are a mistake. */
  private static final int TRIES = 3;

  /** Paid up: active, with a paid month that today is in, and nothing claimed. */
  private static final String PAID =
      """
      (m.state = 'active' and exists (
         select 1 from cycles c
          where c.membership_id = m.membership_id and c.state = 'paid'
            and c.starts_on <= :today and :today < c.starts_on + c.days))
      """;

  private static final String CLAIMS =
      """
      exists (select 1 from party_claims k
               where k.membership_id = m.membership_id and k.state in ('open', 'escalated', 'proposed'))
      """;

  private static final String FIND =
      """
      select p.host_id = :userId as host, p.state = 'closed' as closed,
             coalesce(PAID, false) as paid, CLAIMS as claims,
             l.name as plan_name, l.seat_type, RULE,
             coalesce(v.version, 0) as version, v.sealed,
             coalesce(extract(epoch from v.saved_at), 0)::bigint as saved_seconds,
             coalesce(v.stale, false) as stale, to_char(v.change_by, 'YYYY-MM-DD') as change_by,
             (select count(*) from vault_reveals r
               where r.party_id = p.party_id and r.user_id = :userId and r.revealed_on = :today) as reveals_today
        from parties p
        join party_plans l on l.service = p.service and l.plan = p.plan
        left join memberships m on m.party_id = p.party_id and m.user_id = :userId and m.state <> 'ended'
        left join vaults v on v.party_id = p.party_id
       where p.party_id = :partyId and (p.host_id = :userId or m.membership_id is not null)
      """
          .replace("RULE", Rule.COLUMN)
          .replace("PAID", PAID)
          .replace("CLAIMS", CLAIMS);

  /** Whether it may be shown is asked in the statement that notes that it is. */
  private static final String REVEAL =
      """
      with allowed as (
        select v.party_id, v.version, v.sealed, v.stale
          from vaults v
          join parties p on p.party_id = v.party_id and p.state <> 'closed'
          join party_plans l on l.service = p.service and l.plan = p.plan and l.seat_type = 'profile'
          join users u on u.user_id = :userId and u.deleted_at is null
          left join memberships m on m.party_id = p.party_id and m.user_id = :userId and m.state <> 'ended'
         where v.party_id = :partyId and v.sealed is not null
           and (p.host_id = :userId or (PAID and not CLAIMS))
           for share of v),
      noted as (
        insert into vault_reveals (party_id, version, user_id, revealed_on, number, revealed_at)
        select a.party_id, a.version, :userId, :today, n.number, to_timestamp(:now)
          from allowed a,
               (select coalesce(max(r.number), 0) + 1 as number from vault_reveals r
                 where r.party_id = :partyId and r.user_id = :userId and r.revealed_on = :today) n
         where n.number <= :most
        returning version)
      select a.version, a.sealed, a.stale from allowed a join noted n on n.version = a.version
      """
          .replace("PAID", PAID)
          .replace("CLAIMS", CLAIMS);

  private static final String SAVE =
      """
      insert into vaults (party_id, version, sealed, saved_by, saved_at)
      select p.party_id, :version, :sealed, p.host_id, to_timestamp(:now)
        from parties p join users u on u.user_id = p.host_id and u.deleted_at is null
       where p.party_id = :partyId and p.host_id = :userId and p.state <> 'closed'
      on conflict (party_id) do update
         set version = excluded.version, sealed = excluded.sealed, saved_by = excluded.saved_by,
             saved_at = excluded.saved_at, stale = false, change_by = null
       where vaults.version = excluded.version - 1
      """;

  private static final String REVEALS =
      """
      select r.reveal_id, r.version, u.nickname, r.user_id = :userId as own, r.user_id = p.host_id as host,
             extract(epoch from r.revealed_at)::bigint as seconds
        from vault_reveals r
        join parties p on p.party_id = r.party_id
        join users u on u.user_id = r.user_id
       where r.party_id = :partyId and r.reveal_id < :before
       order by r.reveal_id desc limit :page
      """;

  private final Database database;
  private final Today today;

  public VaultStore(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /** As the host or a member sees it; nothing for anybody else. */
  Optional<VaultRow> find(long partyId, long userId) {
    return database.readOne(bound(FIND, partyId, userId), VaultRow.class);
  }

  /** Notes that it is shown, and answers what to show; nothing where it may not be. */
  Optional<Revealed> reveal(long partyId, long userId) {
    Sql sql =
        bound(REVEAL, partyId, userId)
            .bind("most", VaultRow.MOST_REVEALS)
            .bindSeconds("now", today.now());
    for (int tries = 1; ; tries++) {
      try {
        return database.writeOne(sql, Revealed.class);
      } catch (DatabaseException failure) {
        if (!failure.violatesUnique("vault_reveals_once") || tries == TRIES) {
          throw failure;
        }
      }
    }
  }

  /** Stores the next version over the one before; whether nobody else did, and it may be. */
  boolean save(long partyId, long hostId, int version, String sealed) {
    return database.write(
            Sql.of(SAVE)
                .bind("partyId", partyId)
                .bind("userId", hostId)
                .bind("version", version)
                .bind("sealed", sealed)
                .bindSeconds("now", today.now()))
        == 1;
  }

  /** Whether there was anything of the host's to erase. */
  boolean erase(long partyId, long hostId) {
    return database.write(
            Sql.of(
                    """
                    update vaults v set sealed = null, stale = false, change_by = null
                      from parties p
                     where v.party_id = :partyId and p.party_id = v.party_id and p.host_id = :userId
                       and v.sealed is not null
                    """)
                .bind("partyId", partyId)
                .bind("userId", hostId))
        == 1;
  }

  /** Who was shown it, the latest first. */
  List<RevealRow> reveals(long partyId, long userId, long before) {
    return database.read(
        Sql.of(REVEALS)
            .bind("partyId", partyId)
            .bind("userId", userId)
            .bind("before", before)
            .bind("page", PAGE + 1),
        RevealRow.class);
  }

  private Sql bound(String text, long partyId, long userId) {
    return Sql.of(text).bind("partyId", partyId).bind("userId", userId).bind("today", today.date());
  }

  record Revealed(int version, String sealed, boolean stale) {
    @Override
    public String toString() {
      return "Revealed[version " + version + "]";
    }
  }

  record RevealRow(
      long revealId,
      int version,
      @Nullable String nickname,
      boolean own,
      boolean host,
      long seconds) {}
}
