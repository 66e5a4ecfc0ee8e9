package io.takewithott.recommender.stars;

/**
 * How far off a prediction is expected to be: the logarithm of its variance is linear in what is
 * known of user and title: how many ratings they have and how reliable these are, and whether the
 * title has any.
 */
record Doubt(float[] coefficients) {
  static final int SIZE = 6;

  Doubt {
    if (coefficients.length != SIZE) {
      throw new IllegalArgumentException(coefficients.length + " coefficients, not " + SIZE);
    }
  }

  static void terms(Clues clues, double[] into) {
    into[0] = 1;
    into[1] = clues.cold() ? 1 : 0;
    into[2] = clues.user().count();
    into[3] = clues.title().count();
    into[4] = clues.user().steadiness();
    into[5] = clues.title().steadiness();
  }

  double variance(Clues clues) {
    double[] terms = new double[SIZE];
    terms(clues, terms);
    double logVariance = 0;
    for (int i = 0; i < SIZE; i++) {
      logVariance += coefficients[i] * terms[i];
    }
    return Math.exp(logVariance);
  }
}
