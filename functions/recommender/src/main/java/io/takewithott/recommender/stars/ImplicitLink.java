package io.takewithott.recommender.stars;

import io.takewithott.recommender.algebra.Blocks;
import java.util.Arrays;

/**
 * What the mere fact that a row has ratings by certain columns, and how many, says about its latent
 * vector: a linear map from these to the prior mean of the row. It is drawn from its posterior by
 * solving one regularised least-squares system with noise added to both of its sides (Simm et al.:
 * Macau, Scalable Bayesian Factorization with High-dimensional Side Information, MLSP 2017), by
 * conjugate gradients for all latent dimensions at a time. For users this is the implicit feedback
 * of SVD++ (Koren, KDD 2008).
 */
final class ImplicitLink {
  /**
   * From the weights drawn last so few steps predict held-out stars as well as exact solutions; on
   * large data the steps are most of the time.
   */
  private static final int MOST_STEPS = 3;

  /** The part of a residual that may be left. */
  private static final double EXACT = 0.1;

  private static final double START_RIDGE = 10;
  private static final double RIDGE_SHAPE = 1;
  private static final double COUNT_RIDGE = 1;

  private final ImplicitInputs matrix;
  private final int width;
  private final int inputs;

  /** Of each input the sum of its squares. */
  private final float[] diagonal;

  /** What each input adds, one input after the other: the columns, then the count features. */
  private final float[] weights;

  /** Of the weights of each dimension, in units of the rows' own precision. */
  private final double[] ridge;

  ImplicitLink(Incidence own, Incidence transposed, int width) {
    this.matrix = new ImplicitInputs(own, transposed, width);
    this.width = width;
    this.inputs = matrix.count();
    this.weights = new float[Math.multiplyExact(inputs, width)];
    this.diagonal = matrix.diagonal();
    this.ridge = new double[width];
    Arrays.fill(ridge, START_RIDGE);
  }

  CountFeatures counts() {
    return matrix.counts();
  }

  float[] weights() {
    return weights;
  }

  /**
   * Draws the weights and then their precision.
   *
   * @param target of each row what the weights should say; spoilt
   * @param said what they say as they were drawn last, and then what they say now
   */
  void draw(float[] target, float[] said, GaussianPrior prior, long seed, int round) {
    Blocks.each(
        matrix.rows(),
        (from, to) -> {
          double[] noise = new double[width];
          for (int row = from; row < to; row++) {
            prior.noise(new RandomStream(seed, round, row), noise);
            for (int f = 0; f < width; f++) {
              target[row * width + f] += (float) noise[f] - said[row * width + f];
            }
          }
        });
    float[] residual = new float[weights.length];
    matrix.backward(target, residual);
    Blocks.each(
        inputs,
        (from, to) -> {
          double[] noise = new double[width];
          for (int input = from; input < to; input++) {
            prior.noise(new RandomStream(~seed, round, input), noise);
            for (int f = 0; f < width; f++) {
              double ridge = ridge(input, f);
              double pull = Math.sqrt(ridge) * noise[f] - ridge * weights[input * width + f];
              residual[input * width + f] += (float) pull;
            }
          }
        });
    solve(residual, target, said);
    drawPrecision(prior, new RandomStream(seed, round, -1));
  }

  /** The count features are few and hardly need any. */
  private double ridge(int input, int dimension) {
    return input < matrix.columns() ? ridge[dimension] : COUNT_RIDGE;
  }

  private void drawPrecision(GaussianPrior prior, RandomStream random) {
    double[] squares =
        Blocks.sum(
            matrix.columns(),
            width,
            (from, to, sums) -> {
              for (int at = from * width; at < to * width; at++) {
                sums[at % width] += (double) weights[at] * weights[at];
              }
            });
    for (int f = 0; f < width; f++) {
      double own = prior.precision()[f];
      double shape = RIDGE_SHAPE + inputs / 2.0;
      double rate = RIDGE_SHAPE / START_RIDGE / own + squares[f] / 2;
      ridge[f] = random.gamma(shape) / rate / own;
    }
  }

  /**
   * Solves for the weights by conjugate gradients, preconditioned by the diagonal, from the weights
   * drawn last, from which the next are not far.
   *
   * @param residual of these weights; spoilt
   * @param image room for what a direction says of the rows
   * @param said what the weights say of the rows; follows them
   */
  private void solve(float[] residual, float[] image, float[] said) {
    float[] direction = new float[residual.length];
    float[] back = new float[residual.length];
    double[] length = products(residual, residual, true);
    double[] enough = length.clone();
    Arrays.setAll(enough, f -> length[f] * EXACT * EXACT);
    double[] turn = new double[width];
    double[] stride = new double[width];
    for (int step = 0; step < MOST_STEPS && exceeds(length, enough); step++) {
      turn(direction, residual, turn);
      matrix.forward(direction, image);
      matrix.backward(image, back);
      addRidge(direction, back);
      double[] along = products(direction, back, false);
      Arrays.setAll(stride, f -> along[f] > 0 ? length[f] / along[f] : 0);
      add(stride, 1, direction, weights);
      add(stride, 1, image, said);
      add(stride, -1, back, residual);
      double[] before = length.clone();
      System.arraycopy(products(residual, residual, true), 0, length, 0, width);
      Arrays.setAll(turn, f -> before[f] > 0 ? length[f] / before[f] : 0);
    }
  }

  /** The next direction: downhill, but for what is left of the last one. */
  private void turn(float[] direction, float[] residual, double[] turn) {
    Blocks.each(
        inputs,
        (from, to) -> {
          for (int input = from; input < to; input++) {
            for (int f = 0; f < width; f++) {
              int at = input * width + f;
              double downhill = residual[at] / (diagonal[input] + ridge(input, f));
              direction[at] = (float) (downhill + turn[f] * direction[at]);
            }
          }
        });
  }

  /** Adds vectors, each dimension times a factor of its own and all times a sign. */
  private void add(double[] factors, int sign, float[] vectors, float[] into) {
    Blocks.each(
        into.length / width,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            for (int f = 0; f < width; f++) {
              into[row * width + f] += (float) (sign * factors[f] * vectors[row * width + f]);
            }
          }
        });
  }

  private static boolean exceeds(double[] values, double[] limits) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] > limits[i]) {
        return true;
      }
    }
    return false;
  }

  private void addRidge(float[] direction, float[] image) {
    Blocks.each(
        inputs,
        (from, to) -> {
          for (int input = from; input < to; input++) {
            for (int f = 0; f < width; f++) {
              image[input * width + f] += (float) (ridge(input, f) * direction[input * width + f]);
            }
          }
        });
  }

  /** The product of each dimension, over the diagonal if preconditioned. */
  private double[] products(float[] a, float[] b, boolean preconditioned) {
    return Blocks.sum(
        inputs,
        width,
        (from, to, sums) -> {
          for (int input = from; input < to; input++) {
            for (int f = 0; f < width; f++) {
              int at = input * width + f;
              double scale = preconditioned ? diagonal[input] + ridge(input, f) : 1;
              sums[f] += (double) a[at] * b[at] / scale;
            }
          }
        });
  }
}
