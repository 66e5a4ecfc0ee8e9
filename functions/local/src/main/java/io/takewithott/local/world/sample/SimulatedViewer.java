package io.takewithott.local.world.sample;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One viewer: a mixture of taste groups, a habit of using the scale, and more or less time for
 * films. Draws everything from its own source, so that viewers do not depend on each other.
 */
final class SimulatedViewer {
  private static final int FEWEST = 5;
  private static final int MOST = 250;

  /** Nobody has seen everything. */
  private static final double LARGEST_SHARE = 0.7;

  /** The median viewer rates about 42 films; the deviation is that of the logarithm. */
  private static final double LOG_MEDIAN = StrictMath.log(42);

  private static final double LOG_DEVIATION = 0.85;

  /** How strongly taste decides what is watched, against fame. */
  private static final double PULL_OF_TASTE = 1.25;

  private static final double MEAN_STARS = 2.88;
  private static final double DEVIATION_OF_MEAN = 0.35;
  private static final double STARS_OF_QUALITY = 0.32;
  private static final double STARS_OF_TASTE = 0.7;
  private static final double STARS_OF_MOOD = 0.55;
  private static final double WHOLE_STARS_ONLY = 0.35;

  private final Draws draws;
  private final TasteSpace space;
  private final double[] tastes;
  private final double meanStars;
  private final double breadth;
  private final boolean wholeStars;

  SimulatedViewer(TasteSpace space, List<TasteGroup> groups, Draws draws) {
    this.draws = draws;
    this.space = space;
    this.tastes = mixture(groups);
    this.meanStars = MEAN_STARS + DEVIATION_OF_MEAN * draws.normal();
    this.breadth = StrictMath.exp(0.25 * draws.normal());
    this.wholeStars = draws.uniform() < WHOLE_STARS_ONLY;
  }

  /** The films watched, in the order of watching. */
  int[] watched(int films) {
    int most = Math.min(MOST, (int) (LARGEST_SHARE * films));
    int wished = (int) StrictMath.exp(LOG_MEDIAN + LOG_DEVIATION * draws.normal());
    int count = Math.max(Math.min(FEWEST, films), Math.min(most, wished));
    double[] pull = new double[films];
    for (int film = 0; film < films; film++) {
      pull[film] = space.logFame(film) + PULL_OF_TASTE * liking(film) + draws.gumbel();
    }
    int[] chosen =
        IntStream.range(0, films)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer film) -> -pull[film]))
            .limit(count)
            .mapToInt(Integer::intValue)
            .toArray();
    draws.shuffle(chosen);
    return chosen;
  }

  /** 1 to 10. */
  int halfStars(int film) {
    double stars =
        meanStars
            + breadth
                * (STARS_OF_QUALITY * space.quality(film)
                    + STARS_OF_TASTE * liking(film)
                    + STARS_OF_MOOD * draws.normal());
    long halves = wholeStars ? 2 * Math.round(stars) : Math.round(2 * stars);
    return (int) Math.max(wholeStars ? 2 : 1, Math.min(10, halves));
  }

  Draws draws() {
    return draws;
  }

  private double liking(int film) {
    double liking = 0;
    for (int group = 0; group < tastes.length; group++) {
      if (tastes[group] != 0) {
        liking += tastes[group] * space.affinity(group, film);
      }
    }
    return liking;
  }

  /**
   * Mostly one group, with something of two others; scaled so that its opinions have deviation 1.
   */
  private double[] mixture(List<TasteGroup> groups) {
    double[] sizes = groups.stream().mapToDouble(TasteGroup::size).toArray();
    double[] mixed = new double[sizes.length];
    double main = draws.uniform(0.55, 0.95);
    mixed[draws.weighted(sizes)] += main;
    mixed[draws.weighted(sizes)] += (1 - main) * 0.65;
    mixed[draws.weighted(sizes)] += (1 - main) * 0.35;
    double squares = 0;
    for (double share : mixed) {
      squares += share * share;
    }
    for (int group = 0; group < mixed.length; group++) {
      mixed[group] /= Math.sqrt(squares);
    }
    return mixed;
  }
}
