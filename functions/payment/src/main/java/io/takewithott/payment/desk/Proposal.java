package io.takewithott.payment.desk;

import io.takewithott.payment.ledger.Entry;
import io.takewithott.payment.money.Won;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refund that one of us wants to make.
 *
 * @param needsTwo whether another one has to agree
 * @param expiresSeconds until when, since 1970
 */
record Proposal(
    long proposalId,
    String orderId,
    long partyId,
    long userId,
    Won amount,
    String reason,
    boolean needsTwo,
    String state,
    long proposedBy,
    long proposedSeconds,
    long expiresSeconds,
    @Nullable Long decidedBy) {
  private static final String PROPOSED = "proposed";
  private static final String EXPIRED = "expired";

  boolean isOpen(Instant now) {
    return state.equals(PROPOSED) && Instant.ofEpochSecond(expiresSeconds).isAfter(now);
  }

  /** What the provider knows it by. */
  String refundId() {
    return "g_" + proposalId;
  }

  Entry entry() {
    return Entry.goodwill(refundId(), orderId, partyId, userId, amount);
  }

  ProposalResponse response(Instant now) {
    return new ProposalResponse(
        proposalId,
        orderId,
        partyId,
        userId,
        amount,
        reason,
        needsTwo,
        state.equals(PROPOSED) && !isOpen(now) ? EXPIRED : state,
        proposedBy,
        Instant.ofEpochSecond(proposedSeconds),
        Instant.ofEpochSecond(expiresSeconds),
        decidedBy);
  }

  record ProposalResponse(
      long proposalId,
      String orderId,
      long partyId,
      long userId,
      Won amount,
      String reason,
      boolean needsTwo,
      String state,
      long proposedBy,
      Instant proposedAt,
      Instant expiresAt,
      @Nullable Long decidedBy) {}
}
