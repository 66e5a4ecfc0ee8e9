package io.takewithott.benchmarks.search;

/** How a line is spoiled on its way into a search box. */
enum Corruption {
  /** As it is, without spaces and punctuation. */
  NO_SPACES,
  /** Spaces where they do not belong: at each of the syllables with a chance of one in four. */
  WRONG_SPACES,
  /** A run of its words, half of them at least, and at least six letters. */
  PART,
  /** One word in four missing, at least one of three or more. */
  DROPPED_WORDS,
  /**
   * One syllable in five misheard: its onset, vowel or coda exchanged for one that sounds alike.
   */
  SIMILAR_SOUNDS,
  /**
   * As a recogniser writes: some syllables spelled as they sound across the boundary, one in eight
   * misheard, one in twenty of the syllables another altogether, endings lost, numerals written.
   */
  RECOGNISER,
  /** With hesitation before it, and talk about it behind. */
  FILLERS,
  /** Two of the others. */
  MIXED
}
