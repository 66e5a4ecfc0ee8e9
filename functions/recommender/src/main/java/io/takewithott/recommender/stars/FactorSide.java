package io.takewithott.recommender.stars;

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

  private final Incidence own;
  private final int width;
  private final GaussianPrior prior;
  private final float[] steadiness;
  private final ImplicitLink link;
  private final float[] latent;
  private final float[] expected;
  private final float[] fromLink;
  private final float[] priorMean;
  private final long seed;

  FactorSide(
      Incidence own,
      Incidence transposed,
      float[] biases,
      float[] steadiness,
      GaussianPrior prior,
      long seed) {
    this.own = own;
    this.width = prior.width();
    this.prior = prior;
    this.steadiness = steadiness;
    this.link = new ImplicitLink(own, transposed, width);
    this.latent = new float[Math.multiplyExact(own.rows(), width)];
    this.expected = new float[latent.length];
    this.fromLink = new float[latent.length];
    this.priorMean = new float[latent.length];
    this.seed = seed;
    for (int row = 0; row < own.rows(); row++) {
      RandomStream random = new RandomStream(seed, START, row);
      latent[row * width] = biases[row];
      for (int f = 1; f < width; f++) {
        latent[row * width + f] = (float) (random.gaussian() / Math.sqrt(prior.precision()[f]));
      }
    }
  }

  /** As drawn last. */
  float[] latent() {
    return latent;
  }

  /** The means of what was drawn last from. */
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
    link.draw(target, prior, seed ^ LINK, round);
    link.apply(fromLink);
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

  /** Draws every row, given the other side. */
  void drawRows(FactorSide other, float mean, double noisePrecision, int round) {
    Blocks.each(
        own.rows(),
        (from, to) -> {
          SymmetricSystem system = new SymmetricSystem(width);
          for (int row = from; row < to; row++) {
            system.begin(prior.precision(), priorMean, row * width);
            for (int k = own.begin(row); k < own.end(row); k++) {
              int column = own.other(k);
              double weight = noisePrecision * steadiness[row] * other.steadiness[column];
              system.add(other.latent, column * width, own.stars(k) - mean, weight);
            }
            double[] drawn = system.mean();
            for (int f = 0; f < width; f++) {
              expected[row * width + f] = (float) drawn[f];
            }
            system.scatter(drawn, new RandomStream(seed, round, row));
            for (int f = 0; f < width; f++) {
              latent[row * width + f] = (float) drawn[f];
            }
          }
        });
  }
}
