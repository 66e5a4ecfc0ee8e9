package io.takewithott.payment.claim;

import io.takewithott.payment.money.Won;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A claim as it was read.
 *
 * @param stake what it would give back
 * @param proposedBy one of us who has decided, and another one has to agree
 * @param decidedBy who has decided; the money follows
 */
record Claim(
    long claimId,
    long membershipId,
    long partyId,
    long userId,
    long hostId,
    String kind,
    String evidence,
    String state,
    long openedSeconds,
    long answerBySeconds,
    @Nullable String answer,
    Won stake,
    @Nullable Long proposedBy,
    @Nullable Boolean proposed,
    @Nullable Long decidedBy,
    @Nullable String decision) {
  /** From here on two of us have to agree. */
  private static final Won LARGE = new Won(10_000);

  ClaimState stands() {
    return ClaimState.of(state);
  }

  boolean isLarge() {
    return stake.compareTo(LARGE) >= 0;
  }

  boolean concerns(long person) {
    return person == userId || person == hostId;
  }

  ClaimResponse response() {
    return new ClaimResponse(
        claimId,
        partyId,
        membershipId,
        kind,
        evidence,
        state,
        Instant.ofEpochSecond(openedSeconds),
        Instant.ofEpochSecond(answerBySeconds),
        answer,
        stake,
        isLarge(),
        proposed,
        decision);
  }

  record ClaimResponse(
      long claimId,
      long partyId,
      long membershipId,
      String kind,
      String evidence,
      String state,
      Instant openedAt,
      Instant answerBy,
      @Nullable String answer,
      Won stake,
      boolean needsTwo,
      @Nullable Boolean proposed,
      @Nullable String decision) {}
}
