package io.takewithott.payment.member;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a membership stands, and where it can go from there. */
public enum MembershipState {
  /** A month is paid for, or is being charged. */
  ACTIVE,
  /** A month could not be charged; the seat is kept for a while. */
  PAUSED,
  ENDED;

  public Set<MembershipState> next() {
    return switch (this) {
      case ACTIVE -> EnumSet.of(PAUSED, ENDED);
      case PAUSED -> EnumSet.of(ACTIVE, ENDED);
      case ENDED -> EnumSet.noneOf(MembershipState.class);
    };
  }

  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static MembershipState of(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }
}
