package io.takewithott.recommender.stars;

/**
 * A Bayesian regression on fewer observations than unknowns, where their own square system is the
 * smaller one. With B the observations, D the prior's precision and m its mean, the posterior's
 * mean is
 *
 * <pre>
 *   m + D⁻¹ Bᵀ (B D⁻¹ Bᵀ + I)⁻¹ (y − B m)
 * </pre>
 *
 * and a draw is the same with a draw u from the prior for m, and y − B u − δ, where δ is normal
 * noise (Bhattacharya, Chakraborty, Mallick: Fast sampling with Gaussian scale mixture priors,
 * Biometrika 2016). One instance is used for many rows, by one thread.
 */
final class FewObservations {
  private final int width;
  private final double[] priorPrecision;
  private final double[] rows;

  /** Each row over the prior's precision. */
  private final double[] scaled;

  private final double[] values;
  private final double[] start;
  private int count;
  private double[] system = new double[0];

  FewObservations(double[] priorPrecision) {
    this.width = priorPrecision.length;
    this.priorPrecision = priorPrecision;
    this.rows = new double[most() * width];
    this.scaled = new double[rows.length];
    this.values = new double[most()];
    this.start = new double[width];
  }

  /** So many observations or fewer are solved faster this way than over the unknowns. */
  int most() {
    return width / 2;
  }

  void clear() {
    count = 0;
  }

  /** Adds an observation: what it is of each unknown, and then its value, all times a factor. */
  void add(float[] observation, int at, double value, double factor) {
    for (int f = 0; f < width; f++) {
      rows[count * width + f] = factor * observation[at + f];
      scaled[count * width + f] = rows[count * width + f] / priorPrecision[f];
    }
    values[count++] = factor * value;
  }

  /** To be called when all observations are there, before mean and draw. */
  void factorise() {
    system = new double[count * count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = i == j ? 1 : 0;
        for (int f = 0; f < width; f++) {
          sum += rows[i * width + f] * scaled[j * width + f];
        }
        system[i * count + j] = sum;
      }
    }
    SymmetricSystem.factorise(system, count);
  }

  /** The posterior mean, valid until the next call. */
  double[] mean(float[] priorMean, int at) {
    for (int f = 0; f < width; f++) {
      start[f] = priorMean[at + f];
    }
    return moved(new double[count]);
  }

  /** A draw from the posterior, valid until the next call. */
  double[] draw(float[] priorMean, int at, RandomStream random) {
    for (int f = 0; f < width; f++) {
      start[f] = priorMean[at + f] + random.gaussian() / Math.sqrt(priorPrecision[f]);
    }
    double[] noise = new double[count];
    for (int k = 0; k < count; k++) {
      noise[k] = random.gaussian();
    }
    return moved(noise);
  }

  /** The start, moved as far as the observations move it. */
  private double[] moved(double[] noise) {
    double[] missing = new double[count];
    for (int k = 0; k < count; k++) {
      double expected = noise[k];
      for (int f = 0; f < width; f++) {
        expected += rows[k * width + f] * start[f];
      }
      missing[k] = values[k] - expected;
    }
    SymmetricSystem.forward(system, missing);
    SymmetricSystem.backward(system, missing);
    for (int k = 0; k < count; k++) {
      for (int f = 0; f < width; f++) {
        start[f] += missing[k] * scaled[k * width + f];
      }
    }
    return start;
  }
}
