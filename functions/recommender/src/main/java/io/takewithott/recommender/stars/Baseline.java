package io.takewithott.recommender.stars;

/**
 * What biases alone say.
 *
 * @param titleBias how much better than the mean each title is
 * @param userRidge as if everybody had rated so many titles more just as the average user would
 * @param noiseVariance of a rating
 * @param steadiness how reliable the ratings of each title are
 */
record Baseline(
    float mean, float[] titleBias, float userRidge, float noiseVariance, float[] steadiness) {
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

  /** How reliable a user's ratings are. */
  double userSteadiness(float[] residuals, float[] weights) {
    double squares = 0;
    double mass = 0;
    for (int k = 0; k < residuals.length; k++) {
      squares += weights[k] * residuals[k] * residuals[k];
      mass += weights[k];
    }
    return Steadiness.of(mass, squares, noiseVariance);
  }

  /** How much each rating of a user counts, by how reliable they and its title are. */
  float[] reliable(int[] titles, float[] weights, double userSteadiness) {
    float[] reliable = new float[titles.length];
    for (int k = 0; k < titles.length; k++) {
      reliable[k] = (float) (weights[k] * userSteadiness * steadiness[titles[k]]);
    }
    return reliable;
  }
}
