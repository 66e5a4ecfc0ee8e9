package io.takewithott.payment.party;

import io.takewithott.payment.request.Given;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a party stands, and where it can go from there. */
public enum PartyState {
  /** Free seats can be taken. */
  OPEN,
  /** Nobody new joins; everything else goes on. */
  PAUSED,
  CLOSED;

  public Set<PartyState> next() {
    return switch (this) {
      case OPEN -> EnumSet.of(PAUSED, CLOSED);
      case PAUSED -> EnumSet.of(OPEN, CLOSED);
      case CLOSED -> EnumSet.noneOf(PartyState.class);
    };
  }

  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a host may ask for by name; closing has a way of its own. */
  static PartyState wanted(@Nullable String text) {
    return Stream.of(OPEN, PAUSED)
        .filter(state -> state.column().equals(text))
        .findFirst()
        .orElseThrow(() -> Given.refused("state", "A party is open or paused"));
  }
}
