package io.takewithott.benchmarks.synthetic;

import io.takewithott.benchmarks.report.ProgressBar;
import io.takewithott.recommender.snapshot.RatingLog;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Ratings that a model can learn from, in the shape of MovieLens 20M: everybody has at least 20,
 * half of the users more than about 70, some thousands. One user in ten was active in the last 90
 * days of the world. Users are made one after the other in ascending order, so the log that they
 * are written into (13 bytes a rating) becomes a snapshot without being sorted. The same shape and
 * seed give the same world.
 *
 * @param catalogue the ids of all titles
 * @param heldOut of some users the liked titles that the ratings do not have, to measure by
 */
public record SyntheticWorld(
    RatingsSnapshot ratings, long[] catalogue, Map<Long, Set<Long>> heldOut) {
  /** When the world ends, and what counts as the last days before. */
  public static final int END_EPOCH_SECONDS = 1_793_000_000;

  public static final int ACTIVE_SECONDS = 90 * 86_400;

  private static final long SEED = 20261101;
  private static final int ACTIVE_OF = 10;
  private static final int LONGEST_SPAN_SECONDS = 10 * 365 * 86_400;

  private static final int SHORTEST_HISTORY = 20;
  private static final double MEDIAN_EXCESS = 48;
  private static final double EXCESS_DEVIATION = 1.4;

  /** The most of all titles that anybody sees. */
  private static final double WIDEST_PART = 0.25;

  private static final int SCALING_ROUNDS = 10;

  private static final int MEASURED_USERS = 2000;
  private static final int HELD_OUT_OF = 10;
  private static final int LIKED_HALF_STARS = 8;

  public static SyntheticWorld of(WorldShape shape, ProgressBar bar) {
    SyntheticTitles titles = new SyntheticTitles(shape.titles(), SEED);
    int[] lengths = historyLengths(shape);
    int[] seenBy = new int[shape.titles()];
    int measuredStep = Math.max(1, shape.users() / MEASURED_USERS);
    RatingLog log = new RatingLog();
    Map<Long, Set<Long>> heldOut = new LinkedHashMap<>();
    for (int user = 1; user <= shape.users(); user++) {
      SplittableRandom random = new SplittableRandom(SEED + user * 0x9e3779b97f4a7c15L);
      SyntheticViewer viewer = new SyntheticViewer(titles, random);
      int[] watched = viewer.watched(lengths[user - 1], seenBy, user);
      int lastSeen = lastSeen(random);
      Set<Long> liked = new LinkedHashSet<>();
      for (int title : watched) {
        int halves = viewer.halfStars(title);
        if (user % measuredStep == 0 && random.nextInt(HELD_OUT_OF) == 0) {
          if (halves >= LIKED_HALF_STARS) {
            liked.add(title + 1L);
          }
        } else {
          log.add(user, title + 1L, halves, lastSeen - random.nextInt(ACTIVE_SECONDS));
        }
      }
      if (!liked.isEmpty()) {
        heldOut.put((long) user, liked);
      }
      bar.step();
    }
    long[] catalogue = LongStream.rangeClosed(1, shape.titles()).toArray();
    return new SyntheticWorld(
        RatingsSnapshot.EMPTY.with(log, 0).over(catalogue), catalogue, heldOut);
  }

  /** The users that rated in the last days of the world. */
  public int[] activeUsers() {
    return IntStream.range(0, ratings.userCount()).filter(this::isActive).toArray();
  }

  private boolean isActive(int user) {
    for (int k = ratings.begin(user); k < ratings.end(user); k++) {
      if (ratings.ratedAtEpochSeconds(k) > END_EPOCH_SECONDS - ACTIVE_SECONDS) {
        return true;
      }
    }
    return false;
  }

  private static int lastSeen(SplittableRandom random) {
    boolean active = random.nextInt(ACTIVE_OF) == 0;
    return active
        ? END_EPOCH_SECONDS
        : END_EPOCH_SECONDS - ACTIVE_SECONDS - random.nextInt(LONGEST_SPAN_SECONDS);
  }

  /** Log-normal beyond the shortest, scaled so that together they are as many as are wanted. */
  private static int[] historyLengths(WorldShape shape) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] excess = new double[shape.users()];
    double sum = 0;
    for (int user = 0; user < excess.length; user++) {
      excess[user] = MEDIAN_EXCESS * Math.exp(EXCESS_DEVIATION * Normal.next(random));
      sum += excess[user];
    }
    int most = (int) Math.max(1, shape.titles() * WIDEST_PART);
    int least = Math.min(SHORTEST_HISTORY, shape.ratings() / shape.users());
    double wanted = shape.ratings() - (double) least * shape.users();
    double scale = Math.max(0, wanted) / sum;
    int[] lengths = lengths(excess, least, most, scale);
    // What the longest histories are cut by, the others get.
    for (int round = 0; round < SCALING_ROUNDS; round++) {
      double got = IntStream.of(lengths).asLongStream().sum() - (double) least * shape.users();
      scale *= got > 0 ? wanted / got : 1;
      lengths = lengths(excess, least, most, scale);
    }
    return lengths;
  }

  private static int[] lengths(double[] excess, int least, int most, double scale) {
    return Arrays.stream(excess)
        .mapToInt(beyond -> (int) Math.min(most, least + Math.round(beyond * scale)))
        .toArray();
  }
}
