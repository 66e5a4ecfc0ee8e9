package io.takewithott.payment.ledger;

import io.takewithott.payment.money.Won;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to money, balanced. The key says what it was, so that it is entered once
 * at most: a second entry of the same key fails, and with it the statement that would have made it
 * true again.
 *
 * @param orderId the payment it is about; absent for a payout
 */
public record Entry(
    String key, Reason reason, long partyId, @Nullable String orderId, List<Posting> postings) {

  private static final long PROVIDER = 0;

  public Entry {
    postings = postings.stream().filter(posting -> posting.amount() != 0).toList();
    if (postings.size() < 2 || postings.stream().mapToLong(Posting::amount).sum() != 0) {
      throw new IllegalArgumentException("The entry " + key + " is not balanced: " + postings);
    }
  }

  /** A member paid for a month: it is held, and the fee is ours. */
  public static Entry paid(String orderId, long partyId, long userId, Won share, Won fee) {
    long total = share.plus(fee).amount();
    return new Entry(
        "paid:" + orderId,
        Reason.PAID,
        partyId,
        orderId,
        List.of(
            new Posting(Account.PROVIDER, PROVIDER, total),
            new Posting(Account.MEMBER, userId, -total),
            new Posting(Account.MEMBER, userId, total),
            new Posting(Account.ESCROW, partyId, -share.amount()),
            new Posting(Account.FEE, partyId, -fee.amount())));
  }

  /** The provider took something that we do not want. */
  public static Entry received(String orderId, long partyId, long userId, Won amount) {
    return new Entry(
        "received:" + orderId,
        Reason.RECEIVED,
        partyId,
        orderId,
        List.of(
            new Posting(Account.PROVIDER, PROVIDER, amount.amount()),
            new Posting(Account.REFUND, userId, -amount.amount())));
  }

  /**
   * The host is credited.
   *
   * @param days for how many days of that month altogether
   */
  public static Entry served(String orderId, long partyId, long hostId, int days, Won amount) {
    return new Entry(
        "served:" + orderId + ":" + days,
        Reason.SERVED,
        partyId,
        orderId,
        List.of(
            new Posting(Account.ESCROW, partyId, amount.amount()),
            new Posting(Account.HOST, hostId, -amount.amount())));
  }

  /** What is not served any more is to be given back. */
  public static Entry refund(
      String refundId, String orderId, long partyId, long userId, Won share, Won fee) {
    return new Entry(
        "refund:" + refundId,
        Reason.REFUND,
        partyId,
        orderId,
        List.of(
            new Posting(Account.ESCROW, partyId, share.amount()),
            new Posting(Account.FEE, partyId, fee.amount()),
            new Posting(Account.REFUND, userId, -share.plus(fee).amount())));
  }

  /** We give back what the host keeps. */
  public static Entry goodwill(
      String refundId, String orderId, long partyId, long userId, Won amount) {
    return new Entry(
        "goodwill:" + refundId,
        Reason.GOODWILL,
        partyId,
        orderId,
        List.of(
            new Posting(Account.GOODWILL, partyId, amount.amount()),
            new Posting(Account.REFUND, userId, -amount.amount())));
  }

  /** The provider gave it back. */
  public static Entry refunded(
      String refundId, String orderId, long partyId, long userId, Won amount) {
    return new Entry(
        "refunded:" + refundId,
        Reason.REFUNDED,
        partyId,
        orderId,
        List.of(
            new Posting(Account.REFUND, userId, amount.amount()),
            new Posting(Account.PROVIDER, PROVIDER, -amount.amount())));
  }

  /** The host was paid out for a month. */
  public static Entry payout(String period, long partyId, long hostId, Won amount) {
    return new Entry(
        "payout:" + period + ":" + partyId + ":" + hostId,
        Reason.PAYOUT,
        partyId,
        null,
        List.of(
            new Posting(Account.HOST, hostId, amount.amount()),
            new Posting(Account.PROVIDER, PROVIDER, -amount.amount())));
  }

  /** Entries that have anything to tell. */
  public static List<Entry> of(@Nullable Entry... entries) {
    List<Entry> some = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry != null) {
        some.add(entry);
      }
    }
    return List.copyOf(some);
  }
}
