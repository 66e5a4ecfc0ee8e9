package io.takewithott.payment.desk;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import io.takewithott.payment.audit.DeskAction;
import io.takewithott.payment.ledger.Posted;
import io.takewithott.payment.money.Today;
import io.takewithott.payment.money.Won;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the desk sees and does; every method is one call. */
public final class DeskStore {
  static final int PAGE = 50;

  /** Who has to agree has so long. */
  private static final Duration PROPOSAL = Duration.ofHours(72);

  private final Database database;
  private final Today today;

  public DeskStore(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  Optional<Payment> payment(String orderId) {
    return database.readOne(Sql.of(DeskSql.PAYMENT).bind("orderId", orderId), Payment.class);
  }

  Optional<Proposal> find(long proposalId) {
    return database.readOne(Sql.of(DeskSql.FIND).bind("id", proposalId), Proposal.class);
  }

  /** What was proposed under this key. */
  Optional<Proposal> replayed(long actorId, String key) {
    return database.readOne(
        Sql.of(DeskSql.REPLAYED).bind("actorId", actorId).bind("key", key), Proposal.class);
  }

  List<Proposal> proposals(@Nullable String state, long before) {
    return database.read(
        Sql.of(DeskSql.LIST).bind("state", state).bind("before", before).bind("page", PAGE),
        Proposal.class);
  }

  void lapse(String orderId) {
    database.write(Sql.of(DeskSql.LAPSE).bind("orderId", orderId).bindSeconds("now", today.now()));
  }

  /** None where the payment has an open one, or the key was used before. */
  Optional<Long> propose(
      long actorId, String orderId, Won amount, String reason, boolean needsTwo, String key) {
    Sql sql =
        Sql.of(DeskSql.PROPOSE)
            .bind("orderId", orderId)
            .bind("amount", amount.amount())
            .bind("reason", reason)
            .bind("needsTwo", needsTwo)
            .bind("key", key)
            .bindSeconds("now", today.now())
            .bindSeconds("until", today.now().plus(PROPOSAL));
    try {
      return moved(sql, DeskAction.REFUND_PROPOSED, actorId, reason);
    } catch (DatabaseException failure) {
      if (failure.violatesUnique("refund_proposals_once")
          || failure.violatesUnique("refund_proposals_one_open")) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /** Makes the refund; whether it was this call that did. */
  boolean approve(Proposal proposal, long actorId) {
    Sql sql =
        Sql.of(DeskSql.APPROVE).bind("id", proposal.proposalId()).bindSeconds("now", today.now());
    return moved(
            Posted.bind(sql, List.of(proposal.entry()), today.now()),
            DeskAction.REFUND_APPROVED,
            actorId,
            null)
        .isPresent();
  }

  boolean decline(Proposal proposal, long actorId, String text) {
    Sql sql =
        Sql.of(DeskSql.DECLINE).bind("id", proposal.proposalId()).bindSeconds("now", today.now());
    return moved(sql, DeskAction.REFUND_DECLINED, actorId, text).isPresent();
  }

  /**
   * @param state {@code open}, {@code done}, {@code stuck} for those that were tried in vain, or
   *     all
   */
  List<RefundRow> refunds(@Nullable String state, long partyId, long userId, long before) {
    return database.read(
        Sql.of(DeskSql.REFUNDS)
            .bind("state", state)
            .bind("partyId", partyId)
            .bind("userId", userId)
            .bind("before", before)
            .bind("page", PAGE),
        RefundRow.class);
  }

  List<ActionRow> actions(long before) {
    return database.read(
        Sql.of(DeskSql.ACTIONS).bind("before", before).bind("page", PAGE), ActionRow.class);
  }

  private Optional<Long> moved(Sql sql, DeskAction action, long actorId, @Nullable String text) {
    return database
        .writeOne(DeskAction.bind(sql, action, actorId, text, today.now()), Subject.class)
        .map(Subject::subjectId);
  }

  record Subject(long subjectId) {}

  /**
   * A payment as the desk sees it.
   *
   * @param possible what may be given back now
   */
  record Payment(
      String orderId, String state, long partyId, long userId, long hostId, int possible) {
    boolean concerns(long person) {
      return person == userId || person == hostId;
    }
  }

  record RefundRow(
      long refundNo,
      String refundId,
      String orderId,
      long partyId,
      long userId,
      Won amount,
      String reason,
      String state,
      int attempts,
      long decidedSeconds,
      @Nullable Long doneSeconds,
      @Nullable Long nextSeconds) {}

  record ActionRow(
      long actionId,
      long actorId,
      String action,
      long subjectId,
      long partyId,
      Won amount,
      @Nullable String text,
      long seconds) {}
}
