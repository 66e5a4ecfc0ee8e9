package io.takewithott.recommender.stars;

import io.takewithott.recommender.algebra.DenseAlgebra;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Bayesian factorisation by Gibbs sampling (Salakhutdinov, Mnih: Bayesian Probabilistic Matrix
 * Factorization using MCMC, ICML 2008), with biases as a first dimension and with implicit links on
 * both sides: which titles somebody rated says what they are like, and who rated a title what it is
 * like (as in the flipped SVD++ of Rendle, Zhang, Koren: On the Difficulty of Evaluating Baselines,
 * 2019). How much factors scatter and how noisy ratings are is given: sampled as well, both stay
 * for very long where they began when most rows have few ratings.
 */
final class FactorTraining {
  /** The variance of a rating as a part of what biases leave unexplained. */
  private static final double NOISE = 0.8;

  private final Ratings ratings;
  private final FactorSettings settings;
  private final int width;
  private final FactorSide users;
  private final FactorSide titles;
  private final double noisePrecision;

  FactorTraining(
      DenseAlgebra algebra, Ratings ratings, Biases biases, FactorSettings settings, long seed) {
    this.ratings = ratings;
    this.settings = settings;
    this.width = settings.factors() + 1;
    this.users =
        new FactorSide(
            algebra,
            ratings.byUser(),
            ratings.byTitle(),
            biases.ofUsers(),
            biases.steadinessOfUsers(),
            new GaussianPrior(width, biases.userVariance(), settings.variance()),
            seed);
    this.titles =
        new FactorSide(
            algebra,
            ratings.byTitle(),
            ratings.byUser(),
            biases.ofTitles(),
            biases.steadinessOfTitles(),
            new GaussianPrior(width, biases.titleVariance(), settings.variance()),
            ~seed);
    this.noisePrecision = 1 / (NOISE * biases.noiseVariance());
  }

  /** Draws round after round; when the time is up, what was kept so far has to do, or one draw. */
  FactorModel train(BooleanSupplier timeIsUp) {
    Kept kept = new Kept();
    for (int round = 0; round < settings.rounds(); round++) {
      boolean last = timeIsUp.getAsBoolean();
      if (last && kept.draws > 0) {
        break;
      }
      boolean keeps = last || settings.keeps(round);
      titles.drawCommon(round);
      titles.drawRows(users, ratings.mean(), noisePrecision, round, keeps);
      users.drawCommon(round);
      if (keeps) {
        kept.add();
      }
      if (last) {
        break;
      }
      users.drawRows(titles, ratings.mean(), noisePrecision, round, false);
    }
    return kept.model();
  }

  /** The draws that are kept, with room for all that may come. */
  private final class Kept {
    private final int row = settings.draws() * width;
    private final float[] rated = new float[Math.multiplyExact(ratings.byTitle().rows(), row)];
    private final float[] expected = new float[rated.length];
    private final float[] link = new float[rated.length + CountFeatures.COUNT * row];
    private final float[] common = new float[row];
    private final float[] precision = new float[row];
    private int draws;

    void add() {
      int begin = draws * width;
      spread(titles.latent(), rated, begin);
      spread(titles.expected(), expected, begin);
      spread(users.link().weights(), link, begin);
      for (int f = 0; f < width; f++) {
        common[begin + f] = users.prior().mean()[f];
        precision[begin + f] = (float) users.prior().precision()[f];
      }
      draws++;
    }

    private void spread(float[] rows, float[] into, int begin) {
      for (int i = 0; i * width < rows.length; i++) {
        System.arraycopy(rows, i * width, into, i * row + begin, width);
      }
    }

    FactorModel model() {
      float[] noise = new float[draws];
      Arrays.fill(noise, (float) noisePrecision);
      return new FactorModel(
          width,
          ratings.mean(),
          users.link().counts(),
          shortened(rated),
          shortened(expected),
          shortened(link),
          shortened(common),
          shortened(precision),
          noise);
    }

    private float[] shortened(float[] rows) {
      if (draws == settings.draws()) {
        return rows;
      }
      float[] shorter = new float[rows.length / row * draws * width];
      for (int i = 0; i * row < rows.length; i++) {
        System.arraycopy(rows, i * row, shorter, i * draws * width, draws * width);
      }
      return shorter;
    }
  }
}
