package io.takewithott.recommender.train;

import io.takewithott.recommender.algebra.SplitMix64;
import io.takewithott.recommender.score.Histories;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.History.Entry;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A part of the ratings to train on, and users to judge by the rest: raters, of whose ratings one
 * in five is held out; and newcomers, whom training does not know at all and who are given nothing
 * but their three favourites.
 *
 * @param seen over the same titles as the whole
 */
record Fold(RatingsSnapshot seen, List<HeldOut> raters, List<HeldOut> newcomers) {
  /** Folds that the ratings are dealt into, so that one in five is held out. */
  static final int DEAL = 5;

  private static final int PICKS = 3;

  /** Likes that a user must have before three of them can stand for the rest. */
  private static final int LEAST_LIKES = 5;

  /** One in so many users may be kept from training as a newcomer. */
  private static final int NEWCOMERS_OF = 10;

  Fold {
    raters = List.copyOf(raters);
    newcomers = List.copyOf(newcomers);
  }

  /** How large it is; the users themselves are nobody's business in a log. */
  @Override
  public String toString() {
    return "%d ratings, %d raters, %d newcomers"
        .formatted(seen.size(), raters.size(), newcomers.size());
  }

  /**
   * @param part which of the {@link #DEAL} folds
   */
  static Fold of(RatingsSnapshot all, int part, int mostRaters, int mostNewcomers, long seed) {
    List<Integer> newcomers = newcomers(all, part, mostNewcomers, seed);
    BitSet held = new BitSet(all.size());
    for (int k = 0; k < all.size(); k++) {
      held.set(k, Long.remainderUnsigned(mixed(seed, k), DEAL) == part);
    }
    BitSet absent = new BitSet(all.userCount());
    for (int user : newcomers) {
      absent.set(user);
      held.set(all.begin(user), all.end(user));
    }
    RatingsSnapshot seen = all.where(position -> !held.get(position));
    return new Fold(
        seen,
        some(raters(all, seen, held, absent), mostRaters),
        newcomers.stream().map(user -> newcomer(all, user, seed)).toList());
  }

  private static List<HeldOut> raters(
      RatingsSnapshot all, RatingsSnapshot seen, BitSet held, BitSet absent) {
    List<HeldOut> raters = new ArrayList<>();
    for (int user = absent.nextClearBit(0);
        user < all.userCount();
        user = absent.nextClearBit(user + 1)) {
      Set<Integer> liked = new HashSet<>();
      for (int k = all.begin(user); k < all.end(user); k++) {
        if (held.get(k) && isLike(all, k)) {
          liked.add(all.title(k));
        }
      }
      int known = liked.isEmpty() ? -1 : seen.userIndex(all.userId(user));
      if (known >= 0) {
        raters.add(heldOut(seen, known, liked));
      }
    }
    return raters;
  }

  private static List<Integer> newcomers(RatingsSnapshot all, int part, int most, long seed) {
    List<Integer> able = new ArrayList<>();
    for (int user = 0; user < all.userCount(); user++) {
      int likes = 0;
      for (int k = all.begin(user); k < all.end(user); k++) {
        likes += isLike(all, k) ? 1 : 0;
      }
      if (likes >= LEAST_LIKES) {
        able.add(user);
      }
    }
    able.sort(Comparator.comparingLong((Integer user) -> mixed(seed, user)).thenComparing(u -> u));
    int size = Math.min(most, all.userCount() / NEWCOMERS_OF);
    return able.subList(
        Math.min(able.size(), part * size), Math.min(able.size(), (part + 1) * size));
  }

  private static HeldOut newcomer(RatingsSnapshot all, int user, long seed) {
    List<Integer> order = new ArrayList<>();
    for (int k = all.begin(user); k < all.end(user); k++) {
      order.add(k);
    }
    order.sort(
        Comparator.comparingInt((Integer k) -> all.halfStars(k))
            .reversed()
            .thenComparingLong(k -> mixed(seed + 1, k)));
    List<Long> picks = new ArrayList<>();
    int[] titles = new int[PICKS];
    float[] halfStars = new float[PICKS];
    Set<Integer> liked = new HashSet<>();
    for (int k : order) {
      if (picks.size() < PICKS) {
        titles[picks.size()] = all.title(k);
        halfStars[picks.size()] = History.PICK_HALF_STARS;
        picks.add(all.titleId(all.title(k)));
      } else if (isLike(all, k)) {
        liked.add(all.title(k));
      }
    }
    return new HeldOut(History.of(List.of(), picks), titles, halfStars, liked);
  }

  private static HeldOut heldOut(RatingsSnapshot seen, int user, Set<Integer> liked) {
    List<Entry> entries = Histories.ratings(seen, user);
    int[] titles = new int[entries.size()];
    float[] halfStars = new float[titles.length];
    for (int i = 0; i < titles.length; i++) {
      titles[i] = seen.title(seen.begin(user) + i);
      halfStars[i] = entries.get(i).halfStars();
    }
    return new HeldOut(new History(entries), titles, halfStars, liked);
  }

  private static boolean isLike(RatingsSnapshot ratings, int position) {
    return ratings.halfStars(position) >= CrowdTraining.LIKED_HALF_STARS;
  }

  /** At most so many, evenly chosen. */
  private static List<HeldOut> some(List<HeldOut> users, int most) {
    int count = Math.min(most, users.size());
    List<HeldOut> chosen = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      chosen.add(users.get((int) ((long) i * users.size() / count)));
    }
    return chosen;
  }

  /** A number by chance for each key. */
  private static long mixed(long seed, long key) {
    return SplitMix64.mixed(seed * 31 + key * 0x9e3779b97f4a7c15L);
  }
}
