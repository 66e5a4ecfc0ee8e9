package io.takewithott.recommender.train;

import io.takewithott.recommender.algebra.Blocks;
import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.algebra.OuterProducts;
import io.takewithott.recommender.model.PreferenceFactors;
import io.takewithott.recommender.snapshot.RatingsByTitle;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Trains factors of preference by alternating least squares (Hu, Koren, Volinsky, ICDM 2008; few
 * factors and a strong ridge as in Rendle et al.: Revisiting the Performance of iALS, RecSys 2022).
 * Users and titles take turns: each side is folded in to the other, on all cores.
 */
final class PreferenceTraining {
  private static final double NOISE = 0.1;

  private final DenseAlgebra algebra;
  private final RatingsSnapshot ratings;
  private final RatingsByTitle byTitle;
  private final long seed;

  PreferenceTraining(
      DenseAlgebra algebra, RatingsSnapshot ratings, RatingsByTitle byTitle, long seed) {
    this.algebra = algebra;
    this.ratings = ratings;
    this.byTitle = byTitle;
    this.seed = seed;
  }

  /** Factors that say nothing when there is no time for a single round: the start is noise. */
  PreferenceFactors train(PreferenceSettings settings, BooleanSupplier timeIsUp) {
    int width = settings.width();
    float[] titles = new float[Math.multiplyExact(ratings.titleCount(), width)];
    if (timeIsUp.getAsBoolean()) {
      return factors(titles, settings);
    }
    Random random = new Random(seed);
    for (int title = 0; title < ratings.titleCount(); title++) {
      // A title that nobody rated belongs to no direction of taste.
      if (byTitle.count(title) > 0) {
        for (int f = 0; f < width; f++) {
          titles[title * width + f] = (float) (random.nextGaussian() * NOISE);
        }
      }
    }
    float[] users = new float[Math.multiplyExact(ratings.userCount(), width)];
    for (int round = 0;
        round < settings.rounds() && (round == 0 || !timeIsUp.getAsBoolean());
        round++) {
      foldIn(users, titles, settings, this::observeTitles);
      foldIn(titles, users, settings, this::observeUsers);
    }
    return factors(titles, settings);
  }

  private static PreferenceFactors factors(float[] rows, PreferenceSettings settings) {
    return new PreferenceFactors(
        settings.width(), (float) settings.certainty(), (float) settings.ridge(), rows);
  }

  /** Adds what a row of one side has rated of the other, or was rated by, and answers how many. */
  private interface Side {
    int observe(int row, float[] others, Observations into);
  }

  private int observeTitles(int user, float[] titles, Observations into) {
    for (int k = ratings.begin(user); k < ratings.end(user); k++) {
      into.add(titles, ratings.title(k), ratings.halfStars(k));
    }
    return ratings.end(user) - ratings.begin(user);
  }

  private int observeUsers(int title, float[] users, Observations into) {
    for (int place = byTitle.begin(title); place < byTitle.end(title); place++) {
      into.add(users, byTitle.user(place), byTitle.halfStars(place));
    }
    return byTitle.count(title);
  }

  /** Rows without a rating stay as they are. */
  private void foldIn(float[] rows, float[] others, PreferenceSettings settings, Side side) {
    int width = settings.width();
    PreferenceFactors fixed = factors(others, settings);
    Blocks.each(
        rows.length / width,
        (from, to) -> {
          Observations observations = new Observations(algebra, settings);
          for (int row = from; row < to; row++) {
            observations.products.clear();
            if (side.observe(row, others, observations) > 0) {
              double[] own = fixed.factors(observations.products.sum());
              for (int f = 0; f < width; f++) {
                rows[row * width + f] = (float) own[f];
              }
            }
          }
        });
  }

  /** The ratings of one row, in the weights that the regression gives them. */
  private static final class Observations {
    private static final int MOST_HALF_STARS = 10;

    private final int width;
    private final OuterProducts products;
    private final float[] roots = new float[MOST_HALF_STARS + 1];
    private final float[] values = new float[MOST_HALF_STARS + 1];

    Observations(DenseAlgebra algebra, PreferenceSettings settings) {
      this.width = settings.width();
      this.products = algebra.outerProducts(width + 1);
      for (int halfStars = 1; halfStars <= MOST_HALF_STARS; halfStars++) {
        double extra = settings.certainty() * halfStars / MOST_HALF_STARS;
        roots[halfStars] = (float) Math.sqrt(extra);
        values[halfStars] = (float) ((1 + extra) / Math.sqrt(extra));
      }
    }

    /** Whose product with itself has the extra weight, and with the value 1 and the extra. */
    void add(float[] others, int other, int halfStars) {
      int at = products.next();
      float[] block = products.block();
      float root = roots[halfStars];
      for (int f = 0; f < width; f++) {
        block[at + f] = root * others[other * width + f];
      }
      block[at + width] = values[halfStars];
    }
  }
}
