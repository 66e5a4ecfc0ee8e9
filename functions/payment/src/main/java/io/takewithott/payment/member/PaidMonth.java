package io.takewithott.payment.member;

import io.takewithott.payment.money.Won;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A month that was paid for and is not closed.
 *
 * @param servedDays for how many days the host has been credited
 */
public record PaidMonth(
    int cycle, String orderId, LocalDate startsOn, int days, int servedDays, Won share, Won fee) {

  /** The days of a month that begins then. */
  public static int daysFrom(LocalDate startsOn) {
    return (int) ChronoUnit.DAYS.between(startsOn, startsOn.plusMonths(1));
  }

  /** The days that are over; a day is over when the next one begins. */
  public int elapsed(LocalDate today) {
    long elapsed = ChronoUnit.DAYS.between(startsOn, today);
    return (int) Math.max(0, Math.min(days, elapsed));
  }

  /** What the host is credited for so many days altogether. */
  public Won earned(int served) {
    return share.first(served, days);
  }
}
