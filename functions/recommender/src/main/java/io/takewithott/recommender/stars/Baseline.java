package io.takewithott.recommender.stars;

/**
 * What biases alone say.
 *
 * @param titleBias how much better than the mean each title is
 * @param userRidge as if everybody had rated so many titles more just as the average user would
 */
record Baseline(float mean, float[] titleBias, float userRidge) {
  double stars(int title) {
    return mean + titleBias[title];
  }

  /** How much better than the average user somebody likes what they rated. */
  double userBias(int[] titles, float[] stars, float[] weights) {
    double sum = 0;
    double mass = userRidge;
    for (int k = 0; k < titles.length; k++) {
      sum += weights[k] * (stars[k] - stars(titles[k]));
      mass += weights[k];
    }
    return mass > 0 ? sum / mass : 0;
  }
}
