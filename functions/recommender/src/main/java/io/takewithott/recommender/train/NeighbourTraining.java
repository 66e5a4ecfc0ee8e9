package io.takewithott.recommender.train;

import io.takewithott.recommender.model.ItemNeighbours;
import io.takewithott.recommender.score.TopTitles;
import io.takewithott.recommender.score.TopTitles.Scored;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Item neighbours by a random walk of three steps with a penalty on popularity, RP3beta (Paudel,
 * Christoffel, Newell, Bernstein: Updatable, Accurate, Diverse, and Scalable Recommendations for
 * Interactive Applications, TiiS 2017). The weight from title i to title j is the chance to walk
 * from i to one of its raters and on to j, each step with probability proportional to rating /
 * maximum, over the popularity of j to the power beta. One title needs a sparse row of sums over
 * its raters' histories, so all of them need the sum of squared history lengths, on all cores.
 */
final class NeighbourTraining {
  /** Neighbours kept of each title; more change nothing that can be measured. */
  private static final int MOST_NEIGHBOURS = 200;

  /** Of longer histories only an even part is walked: their square would dominate the time. */
  private static final int LONGEST_WALKED = 1000;

  /** Titles that one task takes, so that its working arrays are made seldom. */
  private static final int TITLES_A_TASK = 128;

  private final RatingsSnapshot ratings;
  private final float[] leaving;
  private final double[] userMass;
  private final double[] titleMass;
  private final int[] offsetsByTitle;
  private final int[] usersByTitle;
  private final float[] weightsByTitle;

  NeighbourTraining(RatingsSnapshot ratings) {
    this.ratings = ratings;
    this.leaving = new float[ratings.size()];
    this.userMass = new double[ratings.userCount()];
    this.titleMass = new double[ratings.titleCount()];
    this.offsetsByTitle = new int[ratings.titleCount() + 1];
    this.usersByTitle = new int[ratings.size()];
    this.weightsByTitle = new float[ratings.size()];
    weigh();
    transpose();
  }

  private void weigh() {
    for (int user = 0; user < ratings.userCount(); user++) {
      int begin = ratings.begin(user);
      int length = ratings.end(user) - begin;
      for (int i = 0; i < length; i++) {
        float weight = walked(i, length) ? ratings.halfStars(begin + i) / 10f : 0f;
        leaving[begin + i] = weight;
        userMass[user] += weight;
        titleMass[ratings.title(begin + i)] += weight;
      }
    }
  }

  /** Every rating of a short history, an even part of a long one. */
  private static boolean walked(int i, int length) {
    return length <= LONGEST_WALKED
        || (long) i * LONGEST_WALKED / length != (long) (i - 1) * LONGEST_WALKED / length;
  }

  private void transpose() {
    for (int k = 0; k < ratings.size(); k++) {
      offsetsByTitle[ratings.title(k) + 1]++;
    }
    Arrays.parallelPrefix(offsetsByTitle, Integer::sum);
    int[] next = offsetsByTitle.clone();
    for (int user = 0; user < ratings.userCount(); user++) {
      for (int k = ratings.begin(user); k < ratings.end(user); k++) {
        int place = next[ratings.title(k)]++;
        usersByTitle[place] = user;
        weightsByTitle[place] = leaving[k];
      }
    }
  }

  ItemNeighbours train(double beta) {
    int titles = ratings.titleCount();
    double[] penalty = new double[titles];
    for (int title = 0; title < titles; title++) {
      penalty[title] = titleMass[title] > 0 ? Math.pow(titleMass[title], -beta) : 0;
    }
    int tasks = (titles + TITLES_A_TASK - 1) / TITLES_A_TASK;
    int[][] neighbours = new int[titles][];
    float[][] weights = new float[titles][];
    IntStream.range(0, tasks)
        .parallel()
        .forEach(
            task -> {
              double[] sums = new double[titles];
              int end = Math.min(titles, (task + 1) * TITLES_A_TASK);
              for (int title = task * TITLES_A_TASK; title < end; title++) {
                row(title, penalty, sums, neighbours, weights);
              }
            });
    return ItemNeighbours.ofRows(neighbours, weights);
  }

  private void row(
      int title, double[] penalty, double[] sums, int[][] neighbours, float[][] weights) {
    Arrays.fill(sums, 0);
    for (int k = offsetsByTitle[title]; k < offsetsByTitle[title + 1]; k++) {
      if (weightsByTitle[k] > 0) {
        int user = usersByTitle[k];
        double step = weightsByTitle[k] / titleMass[title] / userMass[user];
        for (int other = ratings.begin(user); other < ratings.end(user); other++) {
          sums[ratings.title(other)] += step * leaving[other];
        }
      }
    }
    TopTitles top = new TopTitles(MOST_NEIGHBOURS);
    for (int other = 0; other < sums.length; other++) {
      if (sums[other] > 0 && other != title) {
        top.offer(other, sums[other] * penalty[other]);
      }
    }
    List<Scored> kept =
        top.bestFirst().stream().sorted(Comparator.comparingInt(Scored::title)).toList();
    neighbours[title] = kept.stream().mapToInt(Scored::title).toArray();
    weights[title] = new float[kept.size()];
    for (int i = 0; i < kept.size(); i++) {
      weights[title][i] = (float) kept.get(i).score();
    }
  }
}
