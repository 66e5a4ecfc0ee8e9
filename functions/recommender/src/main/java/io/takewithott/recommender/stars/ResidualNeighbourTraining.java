package io.takewithott.recommender.stars;

import io.takewithott.recommender.algebra.Blocks;
import java.util.Arrays;

/**
 * Finds each title's neighbours: the correlation of what biases leave unexplained over the users
 * who rated both, drawn towards zero the more the fewer they are (Pearson-baseline, Koren: Factor
 * in the Neighbors, TKDD 2010). Titles are taken one after the other, each with one pass over its
 * raters' histories.
 */
final class ResidualNeighbourTraining {
  /** Common raters at which a correlation counts half. */
  private static final double HALF_TRUSTED = 50;

  private static final int MOST_NEIGHBOURS = 50;

  /** Weaker ones say nothing. */
  private static final double LEAST_SIMILARITY = 0.01;

  /** Of longer histories only an even part is walked: their square would dominate the time. */
  private static final int LONGEST_WALKED = 1000;

  /** From so many ratings on a shorter part is enough, as more users rated any two titles. */
  private static final int MANY_RATINGS = 6_000_000;

  private static final int LONGEST_WALKED_OF_MANY = 300;

  private final Ratings ratings;
  private final Biases biases;
  private final int titles;
  private final int longestWalked;

  ResidualNeighbourTraining(Ratings ratings, Biases biases) {
    this.ratings = ratings;
    this.biases = biases;
    this.titles = ratings.byTitle().rows();
    this.longestWalked = ratings.size() > MANY_RATINGS ? LONGEST_WALKED_OF_MANY : LONGEST_WALKED;
  }

  /** The working sums of one task. */
  private final class Sums {
    private final float[] products = new float[titles];
    private final float[] ownSquares = new float[titles];
    private final float[] otherSquares = new float[titles];
    private final int[] raters = new int[titles];
    private final int[] met = new int[titles];
    private int count;

    void add(int other, float own, float residual) {
      if (raters[other]++ == 0) {
        met[count++] = other;
      }
      products[other] += own * residual;
      ownSquares[other] += own * own;
      otherSquares[other] += residual * residual;
    }

    /** The strongest neighbours as similarity and title in one number, strongest first. */
    long[] strongest(int title) {
      long[] ranked = new long[count];
      int kept = 0;
      for (int m = 0; m < count; m++) {
        int other = met[m];
        double similarity = similarity(other);
        if (other != title && similarity >= LEAST_SIMILARITY) {
          // positive floats order like their bits; among equals the lower title comes first
          ranked[kept++] = -(((long) Float.floatToIntBits((float) similarity)) << 32) + other;
        }
        products[other] = 0;
        ownSquares[other] = 0;
        otherSquares[other] = 0;
        raters[other] = 0;
      }
      count = 0;
      Arrays.sort(ranked, 0, kept);
      return Arrays.copyOf(ranked, Math.min(kept, MOST_NEIGHBOURS));
    }

    private double similarity(int other) {
      double norm = Math.sqrt((double) ownSquares[other] * otherSquares[other]);
      double trust = (raters[other] - 1) / (raters[other] - 1 + HALF_TRUSTED);
      return norm > 0 ? trust * products[other] / norm : 0;
    }
  }

  ResidualNeighbours train() {
    long[][] neighbours = new long[titles][];
    Blocks.each(
        titles,
        (from, to) -> {
          Sums sums = new Sums();
          for (int title = from; title < to; title++) {
            neighbours[title] = neighbours(title, sums);
          }
        });
    return bySource(neighbours);
  }

  private long[] neighbours(int title, Sums sums) {
    Incidence raters = ratings.byTitle();
    Incidence histories = ratings.byUser();
    for (int k = raters.begin(title); k < raters.end(title); k++) {
      int user = raters.other(k);
      float level = ratings.mean() + biases.ofUsers()[user];
      float own = raters.stars(k) - level - biases.ofTitles()[title];
      int begin = histories.begin(user);
      int length = histories.count(user);
      int walked = Math.min(length, longestWalked);
      for (int step = 0; step < walked; step++) {
        int at = begin + (int) ((long) step * length / walked);
        int other = histories.other(at);
        sums.add(other, own, histories.stars(at) - level - biases.ofTitles()[other]);
      }
    }
    return sums.strongest(title);
  }

  private static ResidualNeighbours bySource(long[][] neighbours) {
    int[] offsets = new int[neighbours.length + 1];
    for (long[] row : neighbours) {
      for (long ranked : row) {
        offsets[(int) (ranked & 0xffffffffL) + 1]++;
      }
    }
    for (int title = 0; title < neighbours.length; title++) {
      offsets[title + 1] += offsets[title];
    }
    int[] next = offsets.clone();
    int[] targets = new int[offsets[neighbours.length]];
    float[] similarities = new float[targets.length];
    for (int title = 0; title < neighbours.length; title++) {
      for (long ranked : neighbours[title]) {
        int source = (int) (ranked & 0xffffffffL);
        int place = next[source]++;
        targets[place] = title;
        similarities[place] = Float.intBitsToFloat((int) (-(ranked - source) >> 32));
      }
    }
    return new ResidualNeighbours(offsets, targets, similarities);
  }
}
