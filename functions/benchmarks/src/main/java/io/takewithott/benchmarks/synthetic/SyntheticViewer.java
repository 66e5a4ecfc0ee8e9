package io.takewithott.benchmarks.synthetic;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One user of a synthetic world: fond of a few tastes, watching mostly what speaks to them and
 * otherwise what everybody watches, and rating it by its quality, by how much it speaks to them, by
 * their own mildness and by chance. The same number gives the same user.
 */
final class SyntheticViewer {
  private static final int FEWEST_TASTES = 2;
  private static final int MOST_TASTES = 4;
  private static final double BY_TASTE = 0.7;

  private static final double MEAN_STARS = 3.2;
  private static final double AFFINITY_STARS = 0.8;
  private static final double MILDNESS_DEVIATION = 0.4;
  private static final double CHANCE_DEVIATION = 0.75;

  /** Draws for one rating before a viewer is taken to have seen what there is. */
  private static final int MOST_DRAWS = 30;

  private final SyntheticTitles titles;
  private final SplittableRandom random;
  private final int[] tastes;
  private final double mildness;

  SyntheticViewer(SyntheticTitles titles, SplittableRandom random) {
    this.titles = titles;
    this.random = random;
    this.tastes =
        random
            .ints(random.nextInt(FEWEST_TASTES, MOST_TASTES + 1), 0, SyntheticTitles.TASTES)
            .toArray();
    this.mildness = Normal.next(random) * MILDNESS_DEVIATION;
  }

  /**
   * So many different titles in ascending order, or fewer when it is hard to find more.
   *
   * @param seenBy the number of the viewer that last saw each title, to be kept from one to the
   *     next
   */
  int[] watched(int length, int[] seenBy, int viewer) {
    int[] watched = new int[length];
    int found = 0;
    for (long draws = (long) length * MOST_DRAWS; found < length && draws > 0; draws--) {
      int title = next();
      if (seenBy[title] != viewer) {
        seenBy[title] = viewer;
        watched[found++] = title;
      }
    }
    int[] ascending = Arrays.copyOf(watched, found);
    Arrays.sort(ascending);
    return ascending;
  }

  private int next() {
    return random.nextDouble() < BY_TASTE
        ? titles.ofTaste(tastes[random.nextInt(tastes.length)], random)
        : titles.any(random);
  }

  int halfStars(int title) {
    double affinity = 0;
    for (int taste : tastes) {
      affinity = Math.max(affinity, titles.speaksTo(title, taste));
    }
    double stars =
        MEAN_STARS
            + titles.quality(title)
            + AFFINITY_STARS * affinity
            + mildness
            + CHANCE_DEVIATION * Normal.next(random);
    return (int) Math.max(1, Math.min(10, Math.round(stars * 2)));
  }
}
