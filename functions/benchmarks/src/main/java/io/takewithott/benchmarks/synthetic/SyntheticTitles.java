package io.takewithott.benchmarks.synthetic;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The titles of a synthetic world. Popularity falls with the rank as (rank + q) to the power −1.9
 * (Zipf and Mandelbrot), which gives the most popular of MovieLens 20M its half percent of all
 * ratings and the median one about twenty; ranks are dealt at random. Each title speaks mostly to
 * one taste and a little to a second.
 */
final class SyntheticTitles {
  static final int TASTES = 24;

  private static final double EXPONENT = -1.9;
  private static final double SHIFT = 1 / 150.0;
  private static final float FIRST_TASTE = 0.75f;
  private static final double QUALITY_DEVIATION = 0.45;

  private final int[] firstTaste;
  private final int[] secondTaste;
  private final double[] quality;
  private final Draw everybody;
  private final Draw[] ofTaste = new Draw[TASTES];

  SyntheticTitles(int titles, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    firstTaste = random.ints(titles, 0, TASTES).toArray();
    secondTaste = random.ints(titles, 0, TASTES).toArray();
    quality = new double[titles];
    Arrays.setAll(quality, title -> Normal.next(random) * QUALITY_DEVIATION);
    double[] popularity = popularity(titles, random);
    everybody = new Draw(popularity);
    for (int taste = 0; taste < TASTES; taste++) {
      double[] weights = new double[titles];
      for (int title = 0; title < titles; title++) {
        weights[title] = popularity[title] * speaksTo(title, taste);
      }
      ofTaste[taste] = new Draw(weights);
    }
  }

  private static double[] popularity(int titles, SplittableRandom random) {
    double[] popularity = new double[titles];
    double shift = Math.max(1, titles * SHIFT);
    Arrays.setAll(popularity, rank -> Math.pow(rank + shift, EXPONENT));
    for (int i = titles - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double swapped = popularity[i];
      popularity[i] = popularity[j];
      popularity[j] = swapped;
    }
    return popularity;
  }

  /** How much a title speaks to a taste, together 1. */
  double speaksTo(int title, int taste) {
    return (firstTaste[title] == taste ? FIRST_TASTE : 0)
        + (secondTaste[title] == taste ? 1 - FIRST_TASTE : 0);
  }

  /** In stars above or below the mean. */
  double quality(int title) {
    return quality[title];
  }

  int any(SplittableRandom random) {
    return everybody.next(random);
  }

  int ofTaste(int taste, SplittableRandom random) {
    return ofTaste[taste].next(random);
  }

  /**
   * Draws a title with probability proportional to its weight; titles of no weight are left out.
   */
  private static final class Draw {
    private final int[] titles;
    private final double[] sums;

    Draw(double[] weights) {
      int kept = (int) Arrays.stream(weights).filter(weight -> weight > 0).count();
      titles = new int[kept];
      sums = new double[kept];
      double sum = 0;
      int next = 0;
      for (int title = 0; title < weights.length; title++) {
        if (weights[title] > 0) {
          sum += weights[title];
          titles[next] = title;
          sums[next++] = sum;
        }
      }
    }

    /** The first title when there is none of any weight. */
    int next(SplittableRandom random) {
      if (sums.length == 0) {
        return 0;
      }
      int place = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
      return titles[Math.min(sums.length - 1, place < 0 ? -place - 1 : place)];
    }
  }
}
