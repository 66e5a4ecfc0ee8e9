package io.takewithott.benchmarks.search;

/** How a title is typed. */
enum TitleSpoiling {
  /** As it is, without spaces and punctuation. */
  NO_SPACES,
  /** Its first half, at least two letters. */
  BEGINNING,
  /** One jamo, or one key, wrong, missing, too many, or exchanged with the next. */
  TYPO,
  /** With the keyboard on the other layout. */
  LAYOUT,
  /** The first consonant of each syllable; of titles with three syllables or more. */
  INITIALS,
  /** The same with one syllable written out. */
  PARTLY_INITIALS,
  /** In Latin letters by Revised Romanization. */
  ROMANISED,
  /** In Latin letters as people write them: sh, oo, k for g, ee. */
  LOOSELY_ROMANISED
}
