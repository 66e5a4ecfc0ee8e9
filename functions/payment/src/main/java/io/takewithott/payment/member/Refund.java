package io.takewithott.payment.member;

import io.takewithott.payment.money.Won;

/**
 * How a month's money is divided when somebody goes: the days served are the host's, the rest of
 * the share comes back, and of the fee what the way of leaving says. What is shown before joining
 * and what is paid are this one function.
 *
 * @param toHost of the share, for all days served
 * @param share of the share, given back
 * @param fee of the fee, given back
 */
public record Refund(Won toHost, Won share, Won fee) {

  public static Refund of(Won share, Won fee, int days, int servedDays, Leaving leaving) {
    Won toHost = share.first(servedDays, days);
    Won feeBack = leaving.feeComesBack() ? fee.minus(fee.first(servedDays, days)) : Won.NONE;
    return new Refund(toHost, share.minus(toHost), feeBack);
  }

  public Won total() {
    return share.plus(fee);
  }
}
