package io.takewithott.payment.party;

import io.takewithott.payment.money.Won;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A party as it was read.
 *
 * @param inside whether who asks is its host or one of its members
 * @param visible whether who asks may see it at all
 */
record Party(
    long partyId,
    long hostId,
    String host,
    String service,
    String plan,
    String planName,
    String seatType,
    String rule,
    String ruleSource,
    LocalDate ruleAsOf,
    String title,
    String relation,
    Won price,
    Won fee,
    LocalDate startsOn,
    String state,
    boolean inside,
    boolean visible,
    boolean offered,
    @Nullable String inviteCode,
    List<SeatRow> seats) {
  private static final String FREE = "free";

  /** The seat that the next one to join gets. */
  Optional<SeatRow> nextSeat() {
    return seats.stream().filter(seat -> seat.state.equals(FREE)).findFirst();
  }

  /** What a member's seat costs where none is free any more. */
  Won share() {
    return nextSeat().orElse(seats.get(seats.size() - 1)).share;
  }

  /**
   * @param state a lock that has run out is free
   * @param membershipId of the member, for those inside
   */
  record SeatRow(
      int position,
      Won share,
      String state,
      @Nullable String nickname,
      @Nullable Long membershipId,
      @Nullable Boolean own) {}
}
