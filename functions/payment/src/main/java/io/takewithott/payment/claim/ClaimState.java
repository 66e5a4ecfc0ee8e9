package io.takewithott.payment.claim;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a claim stands, and where it can go from there. */
public enum ClaimState {
  /** The host is to answer. */
  OPEN,
  /** The host disagrees, or did not answer in time: we decide. */
  ESCALATED,
  /** One of us has decided on a large one; another one has to agree. */
  PROPOSED,
  UPHELD,
  REJECTED,
  WITHDRAWN;

  public Set<ClaimState> next() {
    return switch (this) {
      case OPEN -> EnumSet.of(ESCALATED, UPHELD, WITHDRAWN);
      case ESCALATED -> EnumSet.of(PROPOSED, UPHELD, REJECTED, WITHDRAWN);
      case PROPOSED -> EnumSet.of(ESCALATED, UPHELD, REJECTED, WITHDRAWN);
      case UPHELD, REJECTED, WITHDRAWN -> EnumSet.noneOf(ClaimState.class);
    };
  }

  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ClaimState of(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }

  /** The states from which this one is reached. */
  String from() {
    return Stream.of(values())
        .filter(state -> state.next().contains(this))
        .map(ClaimState::column)
        .collect(Collectors.joining(","));
  }
}
