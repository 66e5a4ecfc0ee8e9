package io.takewithott.recommender.stars;

import java.util.Arrays;

/**
 * What the mere fact that a row has ratings by certain columns, and how many, says about its
 * latent vector: a linear map from these to the prior mean of the row. It is drawn from its
 * posterior by solving one regularised least-squares system with noise added to both of its sides
 * (Simm et al.: Macau, Scalable Bayesian Factorization with High-dimensional Side Information,
 * MLSP 2017), by conjugate gradients for all latent dimensions at a time. For users this is the
 * implicit feedback of SVD++ (Koren, KDD 2008).
 */
final class ImplicitLink {
  private static final int MOST_STEPS = 25;
  private static final double EXACT = 3e-2;
  private static final double START_RIDGE = 10;
  private static final double RIDGE_SHAPE = 1;
  private static final double COUNT_RIDGE = 1;

  private final Incidence own;
  private final Incidence transposed;
  private final CountFeatures counts;
  private final int width;
  private final int inputs;

  /** What each input adds, one input after the other: the columns, then the count features. */
  private final float[] weights;

  /** Of the weights of each dimension, in units of the rows' own precision. */
  private final double[] ridge;

  ImplicitLink(Incidence own, Incidence transposed, int width) {
    this.own = own;
    this.transposed = transposed;
    this.counts = CountFeatures.of(own);
    this.width = width;
    this.inputs = own.columns() + CountFeatures.COUNT;
    this.weights = new float[Math.multiplyExact(inputs, width)];
    this.ridge = new double[width];
    Arrays.fill(ridge, START_RIDGE);
  }

  CountFeatures counts() {
    return counts;
  }

  float[] weights() {
    return weights;
  }

  int inputs() {
    return inputs;
  }

  double[] ridge() {
    return ridge;
  }

  /** How much each rating of a row with so many counts, so that a row is as long as any other. */
  static double share(double ratings) {
    return ratings > 0 ? 1 / Math.sqrt(ratings) : 0;
  }

  /** Draws the weights and then their precision; {@code target} is spoilt. */
  void draw(float[] target, GaussianPrior prior, long seed, int round) {
    Blocks.each(
        own.rows(),
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
    backward(target, right);
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
    return input < own.columns() ? ridge[dimension] : COUNT_RIDGE;
  }

  private void drawPrecision(GaussianPrior prior, RandomStream random) {
    double[] squares =
        Blocks.sum(
            own.columns(),
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
    forward(weights, rows);
  }

  private void solve(float[] residual, float[] scratch) {
    Arrays.fill(weights, 0);
    float[] direction = residual.clone();
    float[] image = new float[residual.length];
    double[] length = products(residual, residual);
    double[] enough = new double[width];
    Arrays.setAll(enough, f -> length[f] * EXACT * EXACT);
    for (int step = 0; step < MOST_STEPS && exceeds(length, enough); step++) {
      forward(direction, scratch);
      backward(scratch, image);
      addRidge(direction, image);
      double[] along = products(direction, image);
      double[] stride = new double[width];
      Arrays.setAll(stride, f -> along[f] > 0 ? length[f] / along[f] : 0);
      double[] turn = length.clone();
      advance(stride, direction, image, residual);
      System.arraycopy(products(residual, residual), 0, length, 0, width);
      Arrays.setAll(turn, f -> turn[f] > 0 ? length[f] / turn[f] : 0);
      Blocks.each(
          inputs,
          (from, to) -> {
            for (int at = from * width; at < to * width; at++) {
              direction[at] = (float) (residual[at] + turn[at % width] * direction[at]);
            }
          });
    }
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

  private double[] products(float[] a, float[] b) {
    return Blocks.sum(
        inputs,
        width,
        (from, to, sums) -> {
          for (int at = from * width; at < to * width; at++) {
            sums[at % width] += (double) a[at] * b[at];
          }
        });
  }

  /** From inputs to rows. */
  private void forward(float[] from, float[] rows) {
    Blocks.each(
        own.rows(),
        (begin, end) -> {
          float[] sum = new float[width];
          for (int row = begin; row < end; row++) {
            Arrays.fill(sum, 0);
            for (int k = own.begin(row); k < own.end(row); k++) {
              int at = own.other(k) * width;
              for (int f = 0; f < width; f++) {
                sum[f] += from[at + f];
              }
            }
            int count = own.count(row);
            float share = (float) share(count);
            for (int f = 0; f < width; f++) {
              double value = share * sum[f];
              for (int c = 0; c < CountFeatures.COUNT; c++) {
                value += counts.value(c, count) * from[(own.columns() + c) * width + f];
              }
              rows[row * width + f] = (float) value;
            }
          }
        });
  }

  /** From rows to inputs. */
  private void backward(float[] rows, float[] into) {
    Blocks.each(
        transposed.rows(),
        (begin, end) -> {
          float[] sum = new float[width];
          for (int column = begin; column < end; column++) {
            Arrays.fill(sum, 0);
            for (int k = transposed.begin(column); k < transposed.end(column); k++) {
              int row = transposed.other(k);
              float share = (float) share(own.count(row));
              for (int f = 0; f < width; f++) {
                sum[f] += share * rows[row * width + f];
              }
            }
            System.arraycopy(sum, 0, into, column * width, width);
          }
        });
    double[] byCount =
        Blocks.sum(
            own.rows(),
            CountFeatures.COUNT * width,
            (from, to, sums) -> {
              for (int row = from; row < to; row++) {
                for (int c = 0; c < CountFeatures.COUNT; c++) {
                  double value = counts.value(c, own.count(row));
                  for (int f = 0; f < width; f++) {
                    sums[c * width + f] += value * rows[row * width + f];
                  }
                }
              }
            });
    for (int i = 0; i < byCount.length; i++) {
      into[own.columns() * width + i] = (float) byCount[i];
    }
  }
}
