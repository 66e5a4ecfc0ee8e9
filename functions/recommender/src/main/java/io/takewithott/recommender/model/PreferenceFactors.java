package io.takewithott.recommender.model;

import io.takewithott.recommender.algebra.Columns;
import java.util.Arrays;

/**
 * Latent factors of preference: not how many stars, but what a user would choose (Hu, Koren,
 * Volinsky: Collaborative Filtering for Implicit Feedback Datasets, ICDM 2008). Every title that
 * the user has counts as preferred, the more certainly the better it was rated; every other one,
 * with certainty 1, as not preferred. A user's factors are the weighted ridge regression on these,
 * in closed form, so a user needs no retraining.
 */
public final class PreferenceFactors {
  private final int width;
  private final float certainty;
  private final float ridge;
  private final float[] factors;
  private final Columns columns;
  private final double[] gram;

  /**
   * @param certainty how much surer than a title without a rating one with five stars is
   * @param factors {@code width} of each title, one title after the other
   */
  public PreferenceFactors(int width, float certainty, float ridge, float[] factors) {
    if (width < 1 || factors.length % width != 0) {
      throw new IllegalArgumentException(factors.length + " factors are no rows of " + width);
    }
    if (!(ridge > 0) || !(certainty >= 0)) {
      throw new IllegalArgumentException("a ridge of " + ridge + ", certainty of " + certainty);
    }
    this.width = width;
    this.certainty = certainty;
    this.ridge = ridge;
    this.factors = factors.clone();
    this.columns = Columns.ofRows(factors, width);
    this.gram = gram(factors, width);
  }

  /** The lower half of the sum over all rows of each row times itself. */
  private static double[] gram(float[] rows, int width) {
    double[] sum = new double[width * width];
    for (int at = 0; at < rows.length; at += width) {
      for (int f = 0; f < width; f++) {
        double value = rows[at + f];
        for (int g = 0; g <= f; g++) {
          sum[f * width + g] += value * rows[at + g];
        }
      }
    }
    return sum;
  }

  public int titleCount() {
    return factors.length / width;
  }

  /**
   * The taste of somebody with these titles.
   *
   * @param affinities how much they like each, 1 for five stars
   */
  public Taste foldIn(int[] titles, float[] affinities) {
    double[][] system = new double[width][];
    for (int f = 0; f < width; f++) {
      system[f] = Arrays.copyOfRange(gram, f * width, (f + 1) * width);
      system[f][f] += ridge;
    }
    double[] right = new double[width];
    for (int k = 0; k < titles.length; k++) {
      int at = titles[k] * width;
      double extra = certainty * affinities[k];
      for (int f = 0; f < width; f++) {
        double value = factors[at + f];
        right[f] += (1 + extra) * value;
        double scaled = extra * value;
        for (int g = 0; g <= f; g++) {
          system[f][g] += scaled * factors[at + g];
        }
      }
    }
    Cholesky cholesky = Cholesky.of(system);
    return new Taste(titles, affinities, cholesky, cholesky.solve(right));
  }

  /**
   * The factors of somebody whose titles were summed up already.
   *
   * @param products of each title's factors, and then a last number, with themselves: the factors
   *     by the root of how much surer it is than a title without a rating, the last number so that
   *     its product with them is its whole weight
   */
  public double[] factors(float[] products) {
    int size = width + 1;
    double[][] system = new double[width][];
    double[] right = new double[width];
    for (int f = 0; f < width; f++) {
      system[f] = Arrays.copyOfRange(gram, f * width, (f + 1) * width);
      system[f][f] += ridge;
      for (int g = 0; g <= f; g++) {
        system[f][g] += products[f * size + g];
      }
      right[f] = products[width * size + f];
    }
    return Cholesky.of(system).solve(right);
  }

  /** A user's half. */
  public final class Taste {
    private final int[] titles;
    private final float[] affinities;
    private final Cholesky system;
    private final double[] own;

    Taste(int[] titles, float[] affinities, Cholesky system, double[] own) {
      this.titles = titles;
      this.affinities = affinities;
      this.system = system;
      this.own = own;
    }

    /** The factors of this user, {@code width} of them. */
    public double[] factors() {
      return own.clone();
    }

    /** How much they prefer a title: near 1 for one they would choose, near 0 for others. */
    public double preference(int title) {
      double sum = 0;
      int at = title * width;
      for (int f = 0; f < width; f++) {
        sum += own[f] * factors[at + f];
      }
      return sum;
    }

    /** The preference for every title. */
    public float[] signal() {
      float[] vector = new float[width];
      for (int f = 0; f < width; f++) {
        vector[f] = (float) own[f];
      }
      return columns.times(vector);
    }

    /**
     * What each of the user's titles adds to their preference for a title; they sum to it (Hu,
     * Koren, Volinsky, section 5).
     */
    public float[] contributions(int title) {
      double[] seen = new double[width];
      for (int f = 0; f < width; f++) {
        seen[f] = factors[title * width + f];
      }
      system.solve(seen);
      float[] parts = new float[titles.length];
      for (int k = 0; k < parts.length; k++) {
        double alike = 0;
        for (int f = 0; f < width; f++) {
          alike += seen[f] * factors[titles[k] * width + f];
        }
        parts[k] = (float) (alike * (1 + certainty * affinities[k]));
      }
      return parts;
    }
  }

  int width() {
    return width;
  }

  float certainty() {
    return certainty;
  }

  float ridge() {
    return ridge;
  }

  float[] factors() {
    return factors;
  }
}
