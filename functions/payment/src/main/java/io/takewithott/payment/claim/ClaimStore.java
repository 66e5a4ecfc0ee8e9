package io.takewithott.payment.claim;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import io.takewithott.payment.member.Standing;
import io.takewithott.payment.money.Today;
import io.takewithott.payment.money.Won;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Claims; every method is one call, and every move conditional on the state it leaves. */
public final class ClaimStore {
  static final int PAGE = 50;

  /** The host has a day to answer. */
  private static final Duration ANSWER_CLOCK = Duration.ofHours(24);

  private static final String CLAIMS =
      """
      select c.claim_id, c.membership_id, c.party_id, c.user_id, p.host_id, c.kind, c.evidence, c.state,
             extract(epoch from c.opened_at)::bigint as opened_seconds,
             extract(epoch from c.answer_by)::bigint as answer_by_seconds,
             c.answer, c.stake, c.proposed_by, c.proposed, c.decided_by, c.decision
        from party_claims c join parties p on p.party_id = c.party_id
      """;

  private static final String OPEN =
      """
      with held as (
        update memberships set version = version + 1
         where membership_id = :membershipId and version = :version and state <> 'ended'
        returning membership_id, party_id, user_id)
      insert into party_claims (membership_id, party_id, user_id, kind, evidence, opened_on, opened_at,
                                answer_by, state, stake)
      select membership_id, party_id, user_id, :kind, :evidence, :today, to_timestamp(:now),
             to_timestamp(:answerBy), 'open', :stake
        from held
      returning claim_id
      """;

  private final Database database;
  private final Today today;

  public ClaimStore(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /** Opens a claim on a membership as it was read; none if it has changed, or has one already. */
  Optional<Long> open(Standing standing, ClaimKind kind, String evidence, Won stake) {
    try {
      return database
          .writeOne(
              Sql.of(OPEN)
                  .bind("membershipId", standing.membershipId())
                  .bind("version", standing.version())
                  .bind("kind", kind.column())
                  .bind("evidence", evidence)
                  .bind("today", today.date())
                  .bindSeconds("now", today.now())
                  .bindSeconds("answerBy", today.now().plus(ANSWER_CLOCK))
                  .bind("stake", stake.amount()),
              ClaimId.class)
          .map(ClaimId::claimId);
    } catch (DatabaseException failure) {
      if (failure.violatesUnique("party_claims_one_open")) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  Optional<Claim> find(long claimId) {
    return database.readOne(
        Sql.of(CLAIMS + " where c.claim_id = :id").bind("id", claimId), Claim.class);
  }

  /** A party's claims, as far as somebody may see them: the host all, a member their own. */
  List<Claim> ofParty(long partyId, long userId) {
    return database.read(
        Sql.of(
                CLAIMS
                    + """
                     where c.party_id = :partyId and (p.host_id = :userId or c.user_id = :userId)
                     order by c.claim_id desc limit :page
                    """)
            .bind("partyId", partyId)
            .bind("userId", userId)
            .bind("page", PAGE),
        Claim.class);
  }

  /** Those that wait for one of us. */
  List<Claim> toDecide(long after) {
    return database.read(
        Sql.of(
                CLAIMS
                    + """
                     where c.state in ('escalated', 'proposed') and c.decided_by is null
                       and c.claim_id > :after
                     order by c.claim_id limit :page
                    """)
            .bind("after", after)
            .bind("page", PAGE),
        Claim.class);
  }

  /** The host disagrees. */
  boolean contest(Claim claim, String answer) {
    return moved(
        Sql.of(
                """
                update party_claims set state = 'escalated', answer = :answer
                 where claim_id = :id and state = 'open' and decided_by is null
                """)
            .bind("id", claim.claimId())
            .bind("answer", answer));
  }

  /** Somebody who may has decided for the member: the money follows by itself. */
  boolean uphold(Claim claim, long by, @Nullable String text) {
    return moved(
        Sql.of(
                """
                update party_claims set decided_by = :by, decision = coalesce(:text, decision)
                 where claim_id = :id and decided_by is null and state = any(string_to_array(:from, ','))
                   and proposed_by is distinct from :by
                """)
            .bind("id", claim.claimId())
            .bind("by", by)
            .bind("text", text)
            .bind("from", ClaimState.UPHELD.from()));
  }

  /** Decided against the member, or taken back by them: the host is credited again. */
  boolean drop(Claim claim, ClaimState state, @Nullable Long by, @Nullable String text) {
    Sql sql =
        Sql.of(
                """
                update party_claims
                   set state = :state, decided_by = cast(:by as bigint), decision = coalesce(:text, decision),
                       decided_at = to_timestamp(:now)
                 where claim_id = :id and decided_by is null and state = any(string_to_array(:from, ','))
                """)
            .bind("id", claim.claimId())
            .bind("state", state.column())
            .bind("text", text)
            .bindSeconds("now", today.now())
            .bind("from", state.from());
    return moved(by == null ? sql.bindNull("by") : sql.bind("by", by));
  }

  /** One of us has decided on a large one. */
  boolean propose(Claim claim, long by, boolean uphold, String text) {
    return moved(
        Sql.of(
                """
                update party_claims
                   set state = 'proposed', proposed_by = :by, proposed = :uphold, decision = :text
                 where claim_id = :id and state = 'escalated' and decided_by is null
                """)
            .bind("id", claim.claimId())
            .bind("by", by)
            .bind("uphold", uphold)
            .bind("text", text));
  }

  /** Another one of us disagrees: it begins anew. */
  boolean disagree(Claim claim) {
    return moved(
        Sql.of(
                """
                update party_claims set state = 'escalated', proposed_by = null, proposed = null
                 where claim_id = :id and state = 'proposed' and decided_by is null
                """)
            .bind("id", claim.claimId()));
  }

  /** Claims that the host did not answer in time are ours to decide; how many. */
  public long escalate() {
    return database.write(
        Sql.of(
                """
                update party_claims set state = 'escalated'
                 where state = 'open' and answer_by <= to_timestamp(:now) and decided_by is null
                """)
            .bindSeconds("now", today.now()));
  }

  /** Memberships whose claim was upheld and whose money has not followed yet. */
  public List<Upheld> upheld(int most) {
    return database.read(
        Sql.of(
                """
                select membership_id from party_claims
                 where state in ('open', 'escalated', 'proposed') and decided_by is not null
                 order by claim_id limit :most
                """)
            .bind("most", most),
        Upheld.class);
  }

  private boolean moved(Sql sql) {
    return database.write(sql) == 1;
  }

  record ClaimId(long claimId) {}

  /** A membership to be ended. */
  public record Upheld(long membershipId) {}
}
