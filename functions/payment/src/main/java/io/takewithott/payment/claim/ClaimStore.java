package io.takewithott.payment.claim;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import io.takewithott.payment.audit.DeskAction;
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
             c.answer, c.stake, c.proposed_by, c.proposed,
             coalesce(extract(epoch from c.proposed_at), 0)::bigint as proposed_seconds, c.decided_by, c.decision
      """;

  private static final String FROM =
      " from party_claims c join parties p on p.party_id = c.party_id ";

  /** Whoever is or was inside has a row, also where nothing is claimed. */
  private static final String OF_PARTY =
      """
        from parties p
        left join party_claims c
          on c.party_id = p.party_id and (p.host_id = :userId or c.user_id = :userId)
       where p.party_id = :partyId
         and (p.host_id = :userId or exists (
               select 1 from memberships m where m.party_id = p.party_id and m.user_id = :userId))
       order by c.claim_id desc nulls last limit :page
      """;

  private static final String OF_DESK =
      """
       where (case when cast(:state as text) is null
                   then c.state in ('escalated', 'proposed') and c.decided_by is null
                   else c.state = :state end)
         and (:partyId = 0 or c.party_id = :partyId) and (:userId = 0 or c.user_id = :userId)
         and c.claim_id > :after
       order by c.claim_id limit :page
      """;

  /** What a move answers, and the desk's log of it. */
  private static final String MOVED =
      """
      returning claim_id as subject_id, party_id, stake as amount)
      """
          + DeskAction.NOTED
          + "select subject_id from moved";

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
        Sql.of(CLAIMS + FROM + " where c.claim_id = :id").bind("id", claimId), Claim.class);
  }

  /**
   * A party's claims, as far as somebody may see them: the host all, a member their own; nothing at
   * all for others. A row without an id stands for the party itself.
   */
  List<Claim> ofParty(long partyId, long userId) {
    return database.read(
        Sql.of(CLAIMS + OF_PARTY)
            .bind("partyId", partyId)
            .bind("userId", userId)
            .bind("page", PAGE),
        Claim.class);
  }

  /**
   * For the desk.
   *
   * @param state those that wait for one of us when absent
   * @param partyId 0 for any, as for the user
   */
  List<Claim> ofDesk(@Nullable String state, long partyId, long userId, long after) {
    return database.read(
        Sql.of(CLAIMS + FROM + OF_DESK)
            .bind("state", state)
            .bind("partyId", partyId)
            .bind("userId", userId)
            .bind("after", after)
            .bind("page", PAGE),
        Claim.class);
  }

  /** The host disagrees. */
  boolean contest(Claim claim, String answer) {
    return database.write(
            Sql.of(
                    """
                    update party_claims set state = 'escalated', answer = :answer
                     where claim_id = :id and state = 'open' and decided_by is null
                    """)
                .bind("id", claim.claimId())
                .bind("answer", answer))
        == 1;
  }

  /**
   * Somebody who may has decided for the member: the money follows by itself.
   *
   * @param action absent where it is the host
   */
  boolean uphold(Claim claim, @Nullable DeskAction action, long by, @Nullable String text) {
    return moved(
        Sql.of(
                """
                with moved as (
                  update party_claims set decided_by = :by, decision = coalesce(:text, decision)
                   where claim_id = :id and decided_by is null and state = any(string_to_array(:from, ','))
                     and proposed_by is distinct from :by
                """
                    + MOVED)
            .bind("id", claim.claimId())
            .bind("by", by)
            .bind("text", text)
            .bind("from", ClaimState.UPHELD.from()),
        action,
        by,
        text);
  }

  /** Taken back by the member: the host is credited again. */
  boolean withdraw(Claim claim) {
    return drop(claim, ClaimState.WITHDRAWN, null, null);
  }

  /** Decided against the member: the host is credited again. */
  boolean reject(Claim claim, long by, String text) {
    return drop(claim, ClaimState.REJECTED, by, text);
  }

  private boolean drop(Claim claim, ClaimState state, @Nullable Long by, @Nullable String text) {
    Sql sql =
        Sql.of(
                """
                with moved as (
                  update party_claims
                     set state = :state, decided_by = cast(:by as bigint), decision = coalesce(:text, decision),
                         decided_at = to_timestamp(:now)
                   where claim_id = :id and decided_by is null and state = any(string_to_array(:from, ','))
                """
                    + MOVED)
            .bind("id", claim.claimId())
            .bind("state", state.column())
            .bind("text", text)
            .bindSeconds("now", today.now())
            .bind("from", state.from());
    return by == null
        ? moved(sql.bindNull("by"), null, claim.userId(), null)
        : moved(sql.bind("by", by), DeskAction.CLAIM_REJECTED, by, text);
  }

  /** One of us has decided on a large one, as the first or long after another one did. */
  boolean propose(Claim claim, long by, boolean uphold, String text) {
    return moved(
        Sql.of(
                """
                with moved as (
                  update party_claims
                     set state = 'proposed', proposed_by = :by, proposed = :uphold, decision = :text,
                         proposed_at = to_timestamp(:now)
                   where claim_id = :id and decided_by is null
                     and (state = 'escalated'
                          or (state = 'proposed' and coalesce(proposed_at, to_timestamp(0)) <= to_timestamp(:lapsed)))
                """
                    + MOVED)
            .bind("id", claim.claimId())
            .bind("by", by)
            .bind("uphold", uphold)
            .bind("text", text)
            .bindSeconds("now", today.now())
            .bindSeconds("lapsed", today.now().minus(Claim.PROPOSAL)),
        DeskAction.CLAIM_PROPOSED,
        by,
        text);
  }

  /** Another one of us disagrees: it begins anew. */
  boolean disagree(Claim claim, long by, String text) {
    return moved(
        Sql.of(
                """
                with moved as (
                  update party_claims
                     set state = 'escalated', proposed_by = null, proposed = null, proposed_at = null
                   where claim_id = :id and state = 'proposed' and decided_by is null
                """
                    + MOVED)
            .bind("id", claim.claimId()),
        DeskAction.CLAIM_DISAGREED,
        by,
        text);
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

  private boolean moved(Sql sql, @Nullable DeskAction action, long actorId, @Nullable String text) {
    Sql noted = DeskAction.bind(sql, action, actorId, text, today.now());
    return !database.write(noted, Subject.class).isEmpty();
  }

  record Subject(long subjectId) {}

  record ClaimId(long claimId) {}
}
