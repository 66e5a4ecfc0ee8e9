package io.takewithott.recommender.stars;

/**
 * How much the factors' and the neighbours' word counts against the baseline's: a polynomial of the
 * second degree in what is known. Every term belongs to one part of the prediction, so that the
 * parts can be told apart: those with the neighbours' word to the neighbours, of the rest those
 * with the factors' word to the factors, and the others to the level.
 *
 * <p>The terms in order: 1, cold, the traits, the products of two traits; the factors, times each
 * trait, squared; the neighbours, times each trait, squared, times the factors.
 */
record Stack(float[] coefficients) {
  static final int FACTORS_FROM = 2 + Clues.TRAITS + Clues.TRAITS * (Clues.TRAITS + 1) / 2;
  static final int NEIGHBOURS_FROM = FACTORS_FROM + 2 + Clues.TRAITS;
  static final int SIZE = NEIGHBOURS_FROM + 3 + Clues.TRAITS;

  /** Without a word of factors and neighbours. */
  static final Stack BASELINE = new Stack(new float[SIZE]);

  /** What the factors say. */
  static final Stack FACTORS = factorsAlone();

  Stack {
    if (coefficients.length != SIZE) {
      throw new IllegalArgumentException(coefficients.length + " coefficients, not " + SIZE);
    }
  }

  private static Stack factorsAlone() {
    float[] coefficients = new float[SIZE];
    coefficients[FACTORS_FROM] = 1;
    return new Stack(coefficients);
  }

  /** The parts of a prediction beside the baseline; they are added to it. */
  record Parts(double level, double factors, double neighbours) {
    double sum() {
      return level + factors + neighbours;
    }
  }

  /** The value of every term. */
  static void terms(Clues clues, double[] into) {
    into[0] = 1;
    into[1] = clues.cold() ? 1 : 0;
    int at = 2;
    for (int i = 0; i < Clues.TRAITS; i++) {
      into[at++] = clues.trait(i);
    }
    for (int i = 0; i < Clues.TRAITS; i++) {
      for (int j = i; j < Clues.TRAITS; j++) {
        into[at++] = clues.trait(i) * clues.trait(j);
      }
    }
    at = word(clues.factors(), clues, into, at);
    at = word(clues.neighbours(), clues, into, at);
    into[at] = clues.neighbours() * clues.factors();
  }

  private static int word(double word, Clues clues, double[] into, int begin) {
    int at = begin;
    into[at++] = word;
    for (int i = 0; i < Clues.TRAITS; i++) {
      into[at++] = word * clues.trait(i);
    }
    into[at++] = word * word;
    return at;
  }

  Parts parts(Clues clues) {
    double[] terms = new double[SIZE];
    terms(clues, terms);
    return new Parts(
        sum(terms, 0, FACTORS_FROM),
        sum(terms, FACTORS_FROM, NEIGHBOURS_FROM),
        sum(terms, NEIGHBOURS_FROM, SIZE));
  }

  private double sum(double[] terms, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += coefficients[i] * terms[i];
    }
    return sum;
  }
}
