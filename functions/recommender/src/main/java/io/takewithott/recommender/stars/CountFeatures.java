package io.takewithott.recommender.stars;

/**
 * What the number of ratings alone says about a row: its logarithm, standardised, and the square of
 * that.
 */
record CountFeatures(float centre, float spread) {
  static final int COUNT = 2;

  /** Beyond so many standard deviations a count says no more. */
  private static final double FARTHEST = 3;

  static CountFeatures of(Incidence rows) {
    double sum = 0;
    double squares = 0;
    int counted = 0;
    for (int row = 0; row < rows.rows(); row++) {
      if (rows.count(row) > 0) {
        double value = Math.log1p(rows.count(row));
        sum += value;
        squares += value * value;
        counted++;
      }
    }
    if (counted == 0) {
      return new CountFeatures(0, 1);
    }
    double mean = sum / counted;
    double variance = Math.max(0, squares / counted - mean * mean);
    return new CountFeatures((float) mean, variance > 1e-6 ? (float) Math.sqrt(variance) : 1f);
  }

  /** One of the features of a row with so many ratings. */
  double value(int feature, double ratings) {
    double standard = (Math.log1p(ratings) - centre) / spread;
    double near = Math.max(-FARTHEST, Math.min(FARTHEST, standard));
    return feature == 0 ? near : near * near - 1;
  }
}
