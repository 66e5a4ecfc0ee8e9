package io.takewithott.payment.claim;

import io.takewithott.payment.money.Won;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A claim as it was read.
 *
 * @param stake what it would give back
 * @param proposedBy one of us who has decided, and another one has to agree
 * @param proposedSeconds when, since 1970
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
    long proposedSeconds,
    @Nullable Long decidedBy,
    @Nullable String decision) {
  /** Who has to agree has so long; then it begins anew. */
  static final Duration PROPOSAL = Duration.ofHours(72);

  ClaimState stands() {
    return ClaimState.of(state);
  }

  /**
   * @param large from here on two of us have to agree
   */
  boolean isLarge(Won large) {
    return stake.compareTo(large) >= 0;
  }

  /** Who has decided first, as long as that holds. */
  Optional<Long> firstToDecide(Instant now) {
    boolean holds = Instant.ofEpochSecond(proposedSeconds).plus(PROPOSAL).isAfter(now);
    return holds ? Optional.ofNullable(proposedBy) : Optional.empty();
  }

  boolean concerns(long person) {
    return person == userId || person == hostId;
  }

  ClaimResponse response(Won large) {
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
        isLarge(large),
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
