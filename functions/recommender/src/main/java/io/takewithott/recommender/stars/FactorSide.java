package io.takewithott.recommender.stars;

import io.takewithott.recommender.algebra.Blocks;
import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.algebra.OuterProducts;
import java.util.function.IntConsumer;

/**
 * One side of the factorisation, users or titles: for each row a bias and factors, and what the
 * rows have in common. The bias comes first; to the other side a row is (1, factors).
 */
final class FactorSide {
  /** Streams of random numbers beside those of the rows. */
  private static final int START = -1;

  private static final int COMMON = -2;
  private static final long LINK = 0x11;

  private final DenseAlgebra algebra;
  private final Incidence own;
  private final int width;
  private final GaussianPrior prior;
  private final float[] steadiness;
  private final ImplicitLink link;
  private final float[] latent;
  private final float[] expected;
  private final float[] fromLink;
  private final float[] priorMean;

  /** What each row is to the other side, by the root of how steady it is: see {@link #shown}. */
  private final float[] shown;

  private final long seed;

  FactorSide(
      DenseAlgebra algebra,
      Incidence own,
      Incidence transposed,
      float[] biases,
      float[] steadiness,
      GaussianPrior prior,
      long seed) {
    this.algebra = algebra;
    this.own = own;
    this.width = prior.width();
    this.prior = prior;
    this.steadiness = steadiness;
    this.link = new ImplicitLink(own, transposed, width);
    this.latent = new float[Math.multiplyExact(own.rows(), width)];
    this.expected = new float[latent.length];
    this.fromLink = new float[latent.length];
    this.priorMean = new float[latent.length];
    this.shown = new float[Math.multiplyExact(own.rows(), width + 1)];
    this.seed = seed;
    for (int row = 0; row < own.rows(); row++) {
      RandomStream random = new RandomStream(seed, START, row);
      latent[row * width] = biases[row];
      for (int f = 1; f < width; f++) {
        latent[row * width + f] = (float) (random.gaussian() / Math.sqrt(prior.precision()[f]));
      }
    }
    show(0, own.rows());
  }

  /** As drawn last. */
  float[] latent() {
    return latent;
  }

  /** The means of what was last drawn from with means. */
  float[] expected() {
    return expected;
  }

  GaussianPrior prior() {
    return prior;
  }

  ImplicitLink link() {
    return link;
  }

  /** Draws what the rows have in common and what their links say, given the rows. */
  void drawCommon(int round) {
    double[] sums =
        Blocks.sum(
            own.rows(),
            width,
            (from, to, into) -> {
              for (int at = from * width; at < to * width; at++) {
                into[at % width] += latent[at] - fromLink[at];
              }
            });
    prior.drawMean(own.rows(), sums, new RandomStream(seed, round, COMMON));
    float[] mean = prior.mean();
    float[] target = priorMean;
    eachNumber(at -> target[at] = latent[at] - mean[at % width]);
    link.draw(target, fromLink, prior, seed ^ LINK, round);
    eachNumber(at -> priorMean[at] = fromLink[at] + mean[at % width]);
  }

  private void eachNumber(IntConsumer work) {
    Blocks.each(
        own.rows(),
        (from, to) -> {
          for (int at = from * width; at < to * width; at++) {
            work.accept(at);
          }
        });
  }

  /**
   * Draws every row, given the other side.
   *
   * @param withMeans whether the means of what is drawn from are wanted too
   */
  void drawRows(FactorSide other, float mean, double noisePrecision, int round, boolean withMeans) {
    Blocks.each(
        own.rows(),
        (from, to) -> {
          FewObservations few = new FewObservations(prior.precision());
          SymmetricSystem system = new SymmetricSystem(width);
          OuterProducts products = algebra.outerProducts(width + 1);
          for (int row = from; row < to; row++) {
            RandomStream random = new RandomStream(seed, round, row);
            double precision = noisePrecision * steadiness[row];
            if (own.count(row) <= few.most()) {
              other.observe(own, row, mean, precision, few);
              few.factorise();
              if (withMeans) {
                put(few.mean(priorMean, row * width), row, expected);
              }
              put(few.draw(priorMean, row * width, random), row, latent);
            } else {
              system.begin(prior.precision(), priorMean, row * width);
              other.observe(own, row, mean, products);
              system.addProducts(products.sum(), precision);
              system.factorise();
              if (withMeans) {
                put(system.mean(), row, expected);
              }
              put(system.draw(random), row, latent);
            }
          }
          show(from, to);
        });
  }

  private void put(double[] numbers, int row, float[] into) {
    for (int f = 0; f < width; f++) {
      into[row * width + f] = (float) numbers[f];
    }
  }

  /**
   * Makes of each row (1, factors, −bias) times the root of its steadiness, which but for the
   * rating is all that an observation of the other side consists of.
   */
  private void show(int from, int to) {
    for (int row = from; row < to; row++) {
      int at = row * (width + 1);
      float root = (float) Math.sqrt(steadiness[row]);
      shown[at] = root;
      for (int f = 1; f < width; f++) {
        shown[at + f] = root * latent[row * width + f];
      }
      shown[at + width] = -root * latent[row * width];
    }
  }

  /** The ratings of one row of the other side, as observations by the rows of this one. */
  private void observe(Incidence ratings, int row, float mean, OuterProducts products) {
    int size = width + 1;
    float[] block = products.block();
    products.clear();
    for (int k = ratings.begin(row); k < ratings.end(row); k++) {
      int from = ratings.other(k) * size;
      int at = products.next();
      System.arraycopy(shown, from, block, at, size);
      block[at + width] += shown[from] * (ratings.stars(k) - mean);
    }
  }

  /** The same where they are few. */
  private void observe(
      Incidence ratings, int row, float mean, double precision, FewObservations few) {
    int size = width + 1;
    double factor = Math.sqrt(precision);
    few.clear();
    for (int k = ratings.begin(row); k < ratings.end(row); k++) {
      int from = ratings.other(k) * size;
      double value = shown[from + width] + shown[from] * (ratings.stars(k) - mean);
      few.add(shown, from, value, factor);
    }
  }
}
