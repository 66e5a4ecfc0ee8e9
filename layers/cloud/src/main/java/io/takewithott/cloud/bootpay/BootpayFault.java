package io.takewithott.cloud.bootpay;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Ways in which it misbehaves; in an address with dashes, as {@code late-after}. */
public enum BootpayFault {
  /** Says nothing for a while, and has done nothing. */
  LATE_BEFORE,
  /** Does what it was asked, and says so when nobody listens any more. */
  LATE_AFTER,
  /** Does what it was asked, and hangs up instead of saying so. */
  LOST,
  /** HTTP 500, and nothing was done. */
  ERROR_BEFORE,
  /** HTTP 500, though it was done. */
  ERROR_AFTER,
  /** Half a JSON object, though it was done. */
  MALFORMED,
  /** It takes a thousand won more than it was asked to. */
  WRONG_AMOUNT,
  /** It takes dollars. */
  WRONG_CURRENCY,
  /** It is done, and taken back at once by somebody else. */
  CANCELLED_BETWEEN,
  /** It is done twice, under two receipts. */
  TWICE,
  /** It says no. */
  DECLINED;

  public static Optional<BootpayFault> named(String name) {
    String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return Stream.of(values()).filter(fault -> fault.name().equals(wanted)).findFirst();
  }

  /** Whether what was asked for is not done at all. */
  boolean preventsIt() {
    return this == LATE_BEFORE || this == ERROR_BEFORE || this == DECLINED;
  }
}
