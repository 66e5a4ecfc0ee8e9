package io.takewithott.catalog.search;

/**
 * That a name was found, and where in it.
 *
 * @param quality from 0 to 1: how much of the name it is, and where
 * @param start first letter of the folded name, or -1 where the sounds say
 * @param end behind the last letter
 */
record NameMatch(Reason reason, double quality, int start, int end) {
  static final double WHOLE = 1.0;
  static final double BEGINNING = 0.9;
  static final double WORD = 0.82;
  static final double WITHIN = 0.7;

  /** A beginning of a longer name is worth less than of a short one, by so much at most. */
  private static final double FOR_LENGTH = 0.05;

  /** Nothing but that it sounds so is known of where. */
  static final int BY_SOUND = -1;

  double score() {
    return quality * reason.worth();
  }

  /** How good a part of a name is by where it stands. */
  static double quality(boolean fromStart, boolean fromWord, int matched, int whole) {
    if (fromStart && matched == whole) {
      return WHOLE;
    }
    double place = fromStart ? BEGINNING : fromWord ? WORD : WITHIN;
    return place - FOR_LENGTH * (1 - (double) matched / whole);
  }
}
