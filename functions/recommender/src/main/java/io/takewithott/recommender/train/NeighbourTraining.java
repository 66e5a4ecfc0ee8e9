package io.takewithott.recommender.train;

import io.takewithott.recommender.model.ItemNeighbours;
import io.takewithott.recommender.snapshot.RatingsByTitle;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Item neighbours by a random walk of three steps with a penalty on popularity, RP3beta (Paudel,
 * Christoffel, Newell, Bernstein: Updatable, Accurate, Diverse, and Scalable Recommendations for
 * Interactive Applications, TiiS 2017). The weight from title i to title j is the chance to walk
 * from i to one of its raters and on to j, each step with probability proportional to rating /
 * maximum, over the popularity of j to the power beta. One title needs a sparse row of sums over
 * its raters' histories, so all of them need the sum of squared history lengths, on all cores.
 */
public final class NeighbourTraining {
  /** Neighbours kept of each title; more change nothing that can be measured. */
  public static final int MOST_NEIGHBOURS = 200;

  /** Of longer histories only an even part is walked: their square would dominate the time. */
  private static final int LONGEST_WALKED = 1000;

  /** Titles that one task takes, so that its working arrays are made seldom. */
  private static final int TITLES_A_TASK = 64;

  private static final double MOST_HALF_STARS = 10;

  private final RatingsSnapshot walked;
  private final RatingsByTitle byTitle;
  private final double[] userMass;
  private final double[] titleMass;

  /**
   * @param ratings of all users, or of some of them
   */
  public NeighbourTraining(RatingsSnapshot ratings) {
    this(ratings, RatingsByTitle.of(ratings));
  }

  NeighbourTraining(RatingsSnapshot ratings, RatingsByTitle allByTitle) {
    this.walked = walked(ratings);
    this.byTitle = walked == ratings ? allByTitle : RatingsByTitle.of(walked);
    this.userMass = new double[walked.userCount()];
    this.titleMass = new double[walked.titleCount()];
    for (int user = 0; user < userMass.length; user++) {
      int sum = 0;
      for (int k = walked.begin(user); k < walked.end(user); k++) {
        sum += walked.halfStars(k);
      }
      userMass[user] = sum / MOST_HALF_STARS;
    }
    for (int title = 0; title < titleMass.length; title++) {
      titleMass[title] = mass(walkedHalfStars(title));
    }
  }

  /** The half stars of those of a title's ratings that are walked, together. */
  public long walkedHalfStars(int title) {
    long sum = 0;
    for (int place = byTitle.begin(title); place < byTitle.end(title); place++) {
      sum += byTitle.halfStars(place);
    }
    return sum;
  }

  /** A title's mass, of the half stars that all users gave it. */
  public static double mass(long walkedHalfStars) {
    return walkedHalfStars / MOST_HALF_STARS;
  }

  /** What an end of the walk with this mass is multiplied with. */
  public static double penalty(double mass, double beta) {
    return mass > 0 ? Math.pow(mass, -beta) : 0;
  }

  /** Every rating of the short histories, an even part of each long one. */
  private static RatingsSnapshot walked(RatingsSnapshot ratings) {
    BitSet left = new BitSet();
    for (int user = 0; user < ratings.userCount(); user++) {
      int begin = ratings.begin(user);
      int length = ratings.end(user) - begin;
      if (length > LONGEST_WALKED) {
        left.set(begin, begin + length);
        for (long i = 0; i < LONGEST_WALKED; i++) {
          left.clear(begin + (int) (i * length / LONGEST_WALKED));
        }
      }
    }
    return left.isEmpty() ? ratings : ratings.where(position -> !left.get(position));
  }

  ItemNeighbours train(double beta) {
    int titles = walked.titleCount();
    double[] penalty = new double[titles];
    for (int title = 0; title < titles; title++) {
      penalty[title] = penalty(titleMass[title], beta);
    }
    int tasks = (titles + TITLES_A_TASK - 1) / TITLES_A_TASK;
    int[][] neighbours = new int[titles][];
    float[][] weights = new float[titles][];
    IntStream.range(0, tasks)
        .parallel()
        .forEach(
            task -> {
              double[] sums = new double[titles];
              float[] row = new float[titles];
              int end = Math.min(titles, (task + 1) * TITLES_A_TASK);
              for (int title = task * TITLES_A_TASK; title < end; title++) {
                walk(title, titleMass[title], sums);
                for (int other = 0; other < titles; other++) {
                  row[other] = (float) (sums[other] * penalty[other]);
                }
                row[title] = 0;
                int[] kept = Strongest.of(row, MOST_NEIGHBOURS);
                neighbours[title] = kept;
                weights[title] = new float[kept.length];
                for (int i = 0; i < kept.length; i++) {
                  weights[title][i] = row[kept[i]];
                }
              }
            });
    return ItemNeighbours.ofRows(neighbours, weights);
  }

  /**
   * The chances to walk from a title to each, by way of these users.
   *
   * @param mass of the title, by all users
   */
  public void walk(int title, double mass, double[] sums) {
    Arrays.fill(sums, 0);
    for (int place = byTitle.begin(title); place < byTitle.end(title); place++) {
      int user = byTitle.user(place);
      double chance = byTitle.halfStars(place) / MOST_HALF_STARS / mass;
      double step = chance / userMass[user] / MOST_HALF_STARS;
      for (int k = walked.begin(user); k < walked.end(user); k++) {
        sums[walked.title(k)] += step * walked.halfStars(k);
      }
    }
  }
}
