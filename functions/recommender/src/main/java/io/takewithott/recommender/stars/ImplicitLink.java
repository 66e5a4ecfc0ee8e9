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
  private static final int MOST_STEPS = 25;
  private static final double EXACT = 3e-2;
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

  /** Goes on where another training of as many inputs stands. */
  void follow(ImplicitLink before) {
    System.arraycopy(before.weights, 0, weights, 0, weights.length);
    System.arraycopy(before.ridge, 0, ridge, 0, ridge.length);
  }

  /** Draws the weights and then their precision; {@code target} is spoilt. */
  void draw(float[] target, GaussianPrior prior, long seed, int round) {
    Blocks.each(
        matrix.rows(),
        (from, to) -> {
          double[] noise = new double[width];
          for (int row = from; row < to; row++) {
            prior.noise(new RandomStream(seed, round, row), noise);
            for (int f = 0; f < width; f++) {
              target[row * width + f] += (float) noise[f];
            }
          }
        });
    float[] right = new float[weights.length];
    matrix.backward(target, right);
    Blocks.each(
        inputs,
        (from, to) -> {
          double[] noise = new double[width];
          for (int input = from; input < to; input++) {
            prior.noise(new RandomStream(~seed, round, input), noise);
            for (int f = 0; f < width; f++) {
              right[input * width + f] += (float) (Math.sqrt(ridge(input, f)) * noise[f]);
            }
          }
        });
    solve(right, target);
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

  /** Sets each row to what its inputs say. */
  void apply(float[] rows) {
    matrix.forward(weights, rows);
  }

  /**
   * Solves for the weights by conjugate gradients, preconditioned by the diagonal, from the weights
   * drawn last, from which the next are not far. The residual, at first the right-hand side, and the
   * scratch are spoilt.
   */
  private void solve(float[] residual, float[] scratch) {
    float[] direction = new float[residual.length];
    float[] image = new float[residual.length];
    double[] enough = products(residual, residual, true);
    Arrays.setAll(enough, f -> enough[f] * EXACT * EXACT);
    matrix.forward(weights, scratch);
    matrix.backward(scratch, image);
    addRidge(weights, image);
    float[] start = image;
    Blocks.each(
        inputs,
        (from, to) -> {
          for (int at = from * width; at < to * width; at++) {
            residual[at] -= start[at];
          }
        });
    double[] length = products(residual, residual, true);
    double[] turn = new double[width];
    for (int step = 0; step < MOST_STEPS && exceeds(length, enough); step++) {
      turn(direction, residual, turn);
      matrix.forward(direction, scratch);
      matrix.backward(scratch, image);
      addRidge(direction, image);
      double[] along = products(direction, image, false);
      double[] stride = new double[width];
      Arrays.setAll(stride, f -> along[f] > 0 ? length[f] / along[f] : 0);
      advance(stride, direction, image, residual);
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

  private void advance(double[] stride, float[] direction, float[] image, float[] residual) {
    Blocks.each(
        inputs,
        (from, to) -> {
          for (int at = from * width; at < to * width; at++) {
            weights[at] += (float) (stride[at % width] * direction[at]);
            residual[at] -= (float) (stride[at % width] * image[at]);
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
