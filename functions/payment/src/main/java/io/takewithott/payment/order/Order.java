package io.takewithott.payment.order;

import io.takewithott.payment.money.Won;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to be paid.
 *
 * @param membershipId of a month that is charged by billing key, or that was paid for
 * @param startsOn when the month begins that this is for
 * @param checks how often its outcome was looked up
 * @param tries how often its month was charged since it was last paid
 */
public record Order(
    String orderId,
    String kind,
    long partyId,
    long userId,
    @Nullable Long membershipId,
    @Nullable Integer cycle,
    String name,
    Won share,
    Won fee,
    String state,
    @Nullable String reason,
    @Nullable String receiptId,
    int checks,
    int tries,
    long askedSeconds,
    long lockedUntilSeconds,
    LocalDate startsOn) {
  private static final String JOIN = "join";

  public OrderState stands() {
    return OrderState.of(state);
  }

  public boolean isJoin() {
    return kind.equals(JOIN);
  }

  public Won total() {
    return share.plus(fee);
  }
}
