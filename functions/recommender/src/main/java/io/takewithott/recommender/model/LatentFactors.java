package io.takewithott.recommender.model;

/**
 * A biased latent-factor model of stars: mean + bias of the title + bias of the user + the product
 * of their factors (Koren, Bell, Volinsky: Matrix Factorization Techniques for Recommender Systems,
 * IEEE Computer 2009). It keeps the titles' half only. A user's half is the ridge regression of
 * their residuals on the factors of the titles they rated, which is one step of alternating least
 * squares (Zhou et al., AAIM 2008), so a user needs no retraining.
 */
public final class LatentFactors {
  public static final double LEAST_STARS = 0.5;
  public static final double MOST_STARS = 5;

  private final int width;
  private final float mean;
  private final float[] titleBias;
  private final float[] factors;
  private final Ridge ridge;

  /**
   * @param factors {@code width} of each title, one title after the other
   */
  public LatentFactors(int width, float mean, float[] titleBias, float[] factors, Ridge ridge) {
    if (factors.length != (long) titleBias.length * width) {
      throw new IllegalArgumentException(
          factors.length + " factors for " + titleBias.length + " titles of " + width);
    }
    this.width = width;
    this.mean = mean;
    this.titleBias = titleBias.clone();
    this.factors = factors.clone();
    this.ridge = ridge;
  }

  /**
   * How strongly a folded-in user is drawn to the average.
   *
   * @param bias added ratings that say nothing, for the user's bias
   * @param factorsEach weight on the factors for each rating, as in training
   * @param factorsLeast weight on the factors however few the ratings
   */
  public record Ridge(float bias, float factorsEach, float factorsLeast) {}

  /** A user's half of the model. */
  public record Viewer(double bias, double[] factors) {}

  public int width() {
    return width;
  }

  /** The stars that a user is predicted to give, within the scale. */
  public double stars(Viewer viewer, int title) {
    double stars = baseline(title) + viewer.bias();
    int at = title * width;
    double[] own = viewer.factors();
    for (int f = 0; f < width; f++) {
      stars += own[f] * factors[at + f];
    }
    return Math.max(LEAST_STARS, Math.min(MOST_STARS, stars));
  }

  /** What an average user would give. */
  public double baseline(int title) {
    return mean + titleBias[title];
  }

  /**
   * Finds the user's half from their ratings.
   *
   * @param weights how much each rating counts, 1 for an ordinary one
   */
  public Viewer foldIn(int[] titles, float[] stars, float[] weights) {
    int size = width + 1;
    double[][] gram = new double[size][size];
    double[] right = new double[size];
    double mass = 0;
    double[] row = new double[size];
    for (int k = 0; k < titles.length; k++) {
      row[width] = 1;
      for (int f = 0; f < width; f++) {
        row[f] = factors[titles[k] * width + f];
      }
      double residual = stars[k] - baseline(titles[k]);
      accumulate(gram, right, row, residual, weights[k]);
      mass += weights[k];
    }
    double strength = Math.max(ridge.factorsLeast(), ridge.factorsEach() * mass);
    for (int f = 0; f < width; f++) {
      gram[f][f] += strength;
    }
    gram[width][width] += ridge.bias();
    double[] solution = Cholesky.solve(gram, right);
    double[] own = new double[width];
    System.arraycopy(solution, 0, own, 0, width);
    return new Viewer(solution[width], own);
  }

  private static void accumulate(
      double[][] gram, double[] right, double[] row, double value, double weight) {
    for (int i = 0; i < row.length; i++) {
      double scaled = weight * row[i];
      right[i] += scaled * value;
      double[] into = gram[i];
      for (int j = 0; j <= i; j++) {
        into[j] += scaled * row[j];
      }
    }
  }

  float mean() {
    return mean;
  }

  float[] titleBias() {
    return titleBias;
  }

  float[] factors() {
    return factors;
  }

  Ridge ridge() {
    return ridge;
  }
}
