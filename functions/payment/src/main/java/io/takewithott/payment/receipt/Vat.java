package io.takewithott.payment.receipt;

import io.takewithott.payment.money.Won;

/**
 * Korea's value added tax of ten per cent, which our fees contain: an eleventh of them, in whole
 * won, rounded in the taxpayer's favour as is usual. The share is what the service itself takes,
 * and its tax is the service's.
 */
public final class Vat {
  private static final int ELEVENTH = 11;

  private Vat() {}

  public static Won in(Won fee) {
    return new Won(fee.amount() / ELEVENTH);
  }

  /** Of what is given back of a fee, so that what is left has its own tax. */
  public static Won inBack(Won fee, Won back) {
    return in(fee).minus(in(fee.minus(back)));
  }
}
