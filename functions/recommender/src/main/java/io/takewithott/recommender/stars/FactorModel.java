package io.takewithott.recommender.stars;

/**
 * The titles' half of a Bayesian factorisation as a handful of draws from its posterior. For each
 * draw a user's half is the regression of their stars on the drawn factors of what they rated,
 * which is the mean of what a training round would draw for them; a prediction is the mean over the
 * draws. Of the title that is predicted the mean of what was drawn from is used, not the draw: that
 * is less noisy (Rao and Blackwell) and as right.
 *
 * @param width numbers of each draw of a title: its bias and its factors
 * @param rated for each title and draw what is regressed on
 * @param expected for each title and draw what is predicted with
 * @param link for each title, then for each count feature, and draw: what having rated it says
 *     about a user
 * @param common for each draw the mean of users, to which the link adds
 * @param precision for each draw that of users around this mean
 * @param noisePrecision for each draw that of a rating
 */
record FactorModel(
    int width,
    float mean,
    CountFeatures counts,
    float[] rated,
    float[] expected,
    float[] link,
    float[] common,
    float[] precision,
    float[] noisePrecision) {

  FactorModel {
    int row = common.length;
    boolean consistent =
        width >= 1
            && row > 0
            && row == noisePrecision.length * width
            && precision.length == row
            && rated.length == expected.length
            && rated.length % row == 0
            && link.length == rated.length + (long) CountFeatures.COUNT * row;
    if (!consistent) {
      throw new IllegalArgumentException("The draws of the factors are not of one size");
    }
  }

  int draws() {
    return noisePrecision.length;
  }

  /**
   * Finds a user's half: for each draw their bias and factors.
   *
   * @param weights how much each rating counts, 1 for an ordinary one
   */
  float[] foldIn(int[] titles, float[] stars, float[] weights) {
    float[] own = prior(titles);
    double[] drawPrecision = new double[width];
    SymmetricSystem system = new SymmetricSystem(width);
    FewObservations few = new FewObservations(drawPrecision);
    for (int draw = 0; draw < draws(); draw++) {
      for (int f = 0; f < width; f++) {
        drawPrecision[f] = precision[draw * width + f];
      }
      double[] found =
          titles.length <= few.most()
              ? mean(few, draw, own, titles, stars, weights)
              : mean(system, drawPrecision, draw, own, titles, stars, weights);
      for (int f = 0; f < width; f++) {
        own[draw * width + f] = (float) found[f];
      }
    }
    return own;
  }

  private double[] mean(
      SymmetricSystem system,
      double[] drawPrecision,
      int draw,
      float[] own,
      int[] titles,
      float[] stars,
      float[] weights) {
    system.begin(drawPrecision, own, draw * width);
    for (int k = 0; k < titles.length; k++) {
      int at = titles[k] * common.length + draw * width;
      system.add(rated, at, stars[k] - mean, weights[k] * noisePrecision[draw]);
    }
    system.factorise();
    return system.mean();
  }

  private double[] mean(
      FewObservations few, int draw, float[] own, int[] titles, float[] stars, float[] weights) {
    float[] observation = new float[width];
    few.clear();
    for (int k = 0; k < titles.length; k++) {
      int at = titles[k] * common.length + draw * width;
      System.arraycopy(rated, at, observation, 0, width);
      observation[0] = 1;
      double factor = Math.sqrt((double) weights[k] * noisePrecision[draw]);
      few.add(observation, 0, stars[k] - mean - rated[at], factor);
    }
    few.factorise();
    return few.mean(own, draw * width);
  }

  /** What is expected of somebody by what they have rated, however they did. */
  private float[] prior(int[] titles) {
    float[] prior = common.clone();
    int row = prior.length;
    float share = (float) ImplicitInputs.share(titles.length);
    for (int title : titles) {
      for (int i = 0; i < row; i++) {
        prior[i] += share * link[title * row + i];
      }
    }
    for (int c = 0; c < CountFeatures.COUNT; c++) {
      float value = (float) counts.value(c, titles.length);
      int at = rated.length + c * row;
      for (int i = 0; i < row; i++) {
        prior[i] += value * link[at + i];
      }
    }
    return prior;
  }

  /** The stars that a user with this half would give a title. */
  double stars(float[] own, int title) {
    int row = own.length;
    int at = title * row;
    double sum = 0;
    for (int begin = 0; begin < row; begin += width) {
      sum += own[begin] + expected[at + begin];
      for (int f = 1; f < width; f++) {
        sum += own[begin + f] * expected[at + begin + f];
      }
    }
    return mean + sum / draws();
  }

  /** What of a user's stars does not depend on the title. */
  double constant(float[] own) {
    double sum = 0;
    for (int begin = 0; begin < own.length; begin += width) {
      sum += own[begin];
    }
    return mean + sum / draws();
  }

  /** What a title's row of {@code expected} is multiplied with to give the rest. */
  float[] slope(float[] own) {
    float[] slope = new float[own.length];
    for (int i = 0; i < own.length; i++) {
      slope[i] = (i % width == 0 ? 1 : own[i]) / draws();
    }
    return slope;
  }
}
