package io.takewithott.catalog.rotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The best rotation: as many titles seen as possible, and among the plans that see as many the
 * cheapest. Exact, by dynamic programming over what is left to see with so many months to go.
 *
 * <p>What services offer is taken to stay as it is, so months can change places, and that makes the
 * search small. Of what is left, the class on the fewest services is looked at. Either none of it
 * is ever seen, or one of it is seen in some month, and that month may as well be this one. In this
 * month no time is left while something could be seen: whatever would be seen later, or never, may
 * as well be seen now. A title is not seen now while one on fewer of the same services is left
 * over: they could change places. And a service is held only if something is seen that no other
 * held one has, or it could be left out. Each step swaps one plan for another that is as good, so
 * one of the best plans survives; a test compares with trying everything.
 */
final class RotationSearch {
  /** Some 150 MB and a second or two on a slow core; wishes that need more are refused. */
  static final int MOST_STEPS = 1_000_000;

  private final RotationProblem problem;
  private final int mostSteps;
  private final List<Integer> affordable;
  private final long[] radix;
  private final Map<Long, Best> known = new HashMap<>();
  private int steps;

  private RotationSearch(RotationProblem problem, int mostSteps) {
    this.problem = problem;
    this.mostSteps = mostSteps;
    this.affordable =
        IntStream.range(1, 1 << problem.prices().length)
            .filter(held -> problem.price(held) <= problem.budgetWon())
            .boxed()
            .sorted(Comparator.comparingInt(problem::price).thenComparing(held -> held))
            .toList();
    this.radix = new long[problem.counts().length + 1];
    radix[0] = 1;
    for (int k = 0; k < problem.counts().length; k++) {
      radix[k + 1] = radix[k] * (problem.counts()[k] + 1);
    }
  }

  /**
   * @throws TooEntangledException when it would take too long
   */
  static Rotation best(RotationProblem problem) {
    return best(problem, MOST_STEPS);
  }

  static Rotation best(RotationProblem problem, int mostSteps) {
    return new RotationSearch(problem, mostSteps).plan();
  }

  /** The best plan, begun over and over where the last step left it. */
  private Rotation plan() {
    List<Rotation.Month> months = new ArrayList<>();
    int[] left = problem.counts().clone();
    int togo = problem.months();
    for (Best best = best(togo, left); best.seen > 0; best = best(togo, left)) {
      if (best.dropped >= 0) {
        left[best.dropped] = 0;
        continue;
      }
      months.add(new Rotation.Month(best.held, best.watched, problem.price(best.held)));
      for (int k = 0; k < left.length; k++) {
        left[k] -= best.watched[k];
      }
      togo--;
    }
    return Rotation.of(months);
  }

  private Best best(int months, int[] left) {
    int total = Arrays.stream(left).sum();
    if (months == 0 || total == 0) {
      return Best.NOTHING;
    }
    long key = key(months, left);
    Best there = known.get(key);
    if (there == null) {
      there = new State(months, left, total).best();
      known.put(key, there);
    }
    return there;
  }

  private long key(int months, int[] left) {
    long key = months * radix[left.length];
    for (int k = 0; k < left.length; k++) {
      key += left[k] * radix[k];
    }
    return key;
  }

  private void step() {
    if (++steps > mostSteps) {
      throw new TooEntangledException();
    }
  }

  /**
   * The best from a state on, and how it begins.
   *
   * @param dropped a class of which nothing is seen any more; -1 when a month begins it
   */
  private record Best(int seen, int cost, int held, int[] watched, int dropped) {
    static final Best NOTHING = new Best(0, 0, 0, new int[0], -1);

    boolean beats(Best other) {
      return seen > other.seen || (seen == other.seen && cost < other.cost);
    }
  }

  /** One state: what is left to see, and in how many months. */
  private final class State {
    private final int months;
    private final int[] left;
    private final int total;
    private final int most;
    private Best best = Best.NOTHING;

    State(int months, int[] left, int total) {
      this.months = months;
      this.left = left.clone();
      this.total = total;
      this.most = Math.min(total, months * problem.titlesAMonth());
    }

    Best best() {
      int scarcest = IntStream.range(0, left.length).filter(k -> left[k] > 0).findFirst().orElseThrow();
      int somewhere = 0;
      for (int k = 0; k < left.length; k++) {
        somewhere |= left[k] > 0 ? problem.masks()[k] : 0;
      }
      for (int held : affordable) {
        boolean useful = (held & ~somewhere) == 0 && (held & problem.masks()[scarcest]) != 0;
        boolean hopeless = best.seen == most && problem.price(held) >= best.cost;
        if (useful && !hopeless) {
          new MonthOf(held, scarcest).tryAll();
        }
      }
      int without = total - left[scarcest];
      if (Math.min(without, months * problem.titlesAMonth()) >= best.seen && without > 0) {
        drop(scarcest);
      }
      return best;
    }

    private void drop(int scarcest) {
      step();
      int[] rest = left.clone();
      rest[scarcest] = 0;
      Best after = RotationSearch.this.best(months, rest);
      Best candidate = new Best(after.seen, after.cost, 0, new int[0], scarcest);
      if (candidate.beats(best)) {
        best = candidate;
      }
    }

    /** Every way to spend this month with certain services. */
    private final class MonthOf {
      private final int held;
      private final int scarcest;
      private final int[] watched = new int[left.length];
      private final int[] behind = new int[left.length + 1];

      MonthOf(int held, int scarcest) {
        this.held = held;
        this.scarcest = scarcest;
        for (int k = left.length - 1; k >= 0; k--) {
          behind[k] = behind[k + 1] + (isThere(k) ? left[k] : 0);
        }
      }

      void tryAll() {
        step();
        choose(0, Math.min(problem.titlesAMonth(), behind[0]));
      }

      private boolean isThere(int k) {
        return (problem.masks()[k] & held) != 0;
      }

      private void choose(int k, int room) {
        if (k == left.length) {
          step();
          if (watched[scarcest] > 0 && everyServiceIsNeeded()) {
            take();
          }
          return;
        }
        int most = isThere(k) && nothingScarcerIsLeft(k) ? Math.min(room, left[k]) : 0;
        int least = Math.max(0, room - behind[k + 1]);
        for (int count = most; count >= least; count--) {
          watched[k] = count;
          choose(k + 1, room - count);
        }
        watched[k] = 0;
      }

      private boolean nothingScarcerIsLeft(int k) {
        for (int j = 0; j < k; j++) {
          boolean scarcer = (problem.masks()[j] & ~problem.masks()[k]) == 0;
          if (scarcer && isThere(j) && watched[j] < left[j]) {
            return false;
          }
        }
        return true;
      }

      private boolean everyServiceIsNeeded() {
        int needed = 0;
        for (int k = 0; k < left.length; k++) {
          int by = problem.masks()[k] & held;
          needed |= watched[k] > 0 && Integer.bitCount(by) == 1 ? by : 0;
        }
        return needed == held;
      }

      private void take() {
        int[] rest = left.clone();
        int now = 0;
        for (int k = 0; k < rest.length; k++) {
          rest[k] -= watched[k];
          now += watched[k];
        }
        if (now + Math.min(total - now, (months - 1) * problem.titlesAMonth()) < best.seen) {
          return;
        }
        Best after = RotationSearch.this.best(months - 1, rest);
        Best candidate =
            new Best(
                now + after.seen, problem.price(held) + after.cost, held, watched.clone(), -1);
        if (candidate.beats(best)) {
          best = candidate;
        }
      }
    }
  }
}
