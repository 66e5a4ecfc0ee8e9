package io.takewithott.catalog.search;

/** Why a name was found. */
public enum Reason {
  /** It is written so, as far as it was typed. */
  NAME(1.0),
  /** By the first consonants of its syllables. */
  INITIALS(0.94),
  /** It was typed on the other keyboard layout. */
  LAYOUT(0.95),
  /** It is Korean and was written in Latin letters. */
  ROMANISED(0.9),
  /** But for a slip of the keys. */
  TYPO(0.85),
  /** It sounds alike. */
  SOUND(0.75);

  private final double worth;

  Reason(double worth) {
    this.worth = worth;
  }

  /** What a match for this reason is worth beside one by name. */
  double worth() {
    return worth;
  }
}
