package io.takewithott.recommender.stars;

/**
 * How much the factors' and the neighbours' word counts against the baseline's, each depending on
 * how many ratings the user and the title have. Every coefficient belongs to one part of the
 * prediction, so that the parts can be told apart.
 */
record Stack(float[] coefficients) {
  /** Constant, user's count, title's count, nobody rated the title. */
  static final int LEVEL = 4;

  /** Constant, user's count, title's count. */
  static final int PART = 3;

  static final int SIZE = LEVEL + 2 * PART;

  /** The factors alone. */
  static final Stack FACTORS = new Stack(new float[] {0, 0, 0, 0, 1, 0, 0, 0, 0, 0});

  Stack {
    if (coefficients.length != SIZE) {
      throw new IllegalArgumentException(coefficients.length + " coefficients, not " + SIZE);
    }
  }

  /**
   * What is known about one prediction.
   *
   * @param factors how much more than the baseline the factors say
   * @param neighbours how much more than the baseline the neighbours say
   * @param user the user's count feature
   * @param title the title's count feature
   * @param cold whether nobody rated the title
   */
  record Input(double factors, double neighbours, double user, double title, boolean cold) {
    double value(int coefficient) {
      double part = coefficient < LEVEL ? 1 : coefficient < LEVEL + PART ? factors : neighbours;
      int kind = coefficient < LEVEL ? coefficient : (coefficient - LEVEL) % PART;
      return switch (kind) {
        case 0 -> part;
        case 1 -> part * user;
        case 2 -> part * title;
        default -> cold ? 1 : 0;
      };
    }
  }

  double level(Input input) {
    return sum(input, 0, LEVEL);
  }

  double factors(Input input) {
    return sum(input, LEVEL, LEVEL + PART);
  }

  double neighbours(Input input) {
    return sum(input, LEVEL + PART, SIZE);
  }

  private double sum(Input input, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += coefficients[i] * input.value(i);
    }
    return sum;
  }
}
