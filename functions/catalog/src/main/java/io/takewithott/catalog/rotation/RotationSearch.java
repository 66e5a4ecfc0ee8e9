package io.takewithott.catalog.rotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The best rotation: as many titles seen as possible, and among the plans that see as many the
 * cheapest. Exact: A* (Hart, Nilsson, Raphael 1968) over what is left to see in how many months,
 * where a plan's value is what it misses, then what it costs, and {@link LeastCost} never says more
 * than the rest really takes.
 *
 * <p>What services offer is taken to stay as it is, so months can change places, and that makes the
 * search small. Of what is left, the class on the fewest services is looked at. Either none of it
 * is ever seen, or one of it is seen in some month, and that month may as well be this one.
 */
final class RotationSearch {
  /** A second or two on a slow core and some 100 MB; wishes that need more are refused. */
  static final int MOST_STEPS = 1_000_000;

  /** A title missed outweighs all money: twelve months cost less. */
  private static final long MISSED = 1L << 32;

  private final RotationProblem problem;
  private final int mostSteps;
  private final List<Integer> affordable;
  private final LeastCost leastCost;
  private final long[] radix;
  private final Map<Long, Long> reached = new HashMap<>();
  private final PriorityQueue<State> open =
      new PriorityQueue<>(
          Comparator.comparingLong(State::atLeast).thenComparingInt(State::total));
  private int steps;

  private RotationSearch(RotationProblem problem, int mostSteps) {
    this.problem = problem;
    this.mostSteps = mostSteps;
    this.leastCost = new LeastCost(problem);
    this.affordable =
        IntStream.range(1, 1 << problem.prices().length)
            .filter(held -> problem.price(held) <= problem.budgetWon())
            .boxed()
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
    return new RotationSearch(problem, mostSteps).best();
  }

  private Rotation best() {
    reach(problem.months(), problem.counts().clone(), 0, null, null);
    while (true) {
      State state = open.remove();
      if (state.months == 0 || state.total == 0) {
        return state.plan();
      }
      if (state.value == reached.getOrDefault(key(state.months, state.left), -1L)) {
        goOn(state);
      }
    }
  }

  private void goOn(State state) {
    int[] left = state.left;
    int scarcest = IntStream.range(0, left.length).filter(k -> left[k] > 0).findFirst().orElse(0);
    int[] without = left.clone();
    without[scarcest] = 0;
    reach(state.months, without, state.value + left[scarcest] * MISSED, state, null);
    int somewhere = 0;
    for (int k = 0; k < left.length; k++) {
      somewhere |= left[k] > 0 ? problem.masks()[k] : 0;
    }
    for (int held : affordable) {
      if ((held & ~somewhere) == 0 && (held & problem.masks()[scarcest]) != 0) {
        new MonthChoices(problem, left, held, scarcest, this::step)
            .forEach(watched -> spend(state, held, watched));
      }
    }
  }

  private void spend(State state, int held, int[] watched) {
    int[] rest = state.left.clone();
    for (int k = 0; k < rest.length; k++) {
      rest[k] -= watched[k];
    }
    int price = problem.price(held);
    reach(
        state.months - 1,
        rest,
        state.value + price,
        state,
        new Rotation.Month(held, watched.clone(), price));
  }

  private void reach(
      int months,
      int[] left,
      long value,
      @Nullable State before,
      Rotation.@Nullable Month month) {
    step();
    long key = key(months, left);
    if (reached.getOrDefault(key, Long.MAX_VALUE) > value) {
      reached.put(key, value);
      int total = Arrays.stream(left).sum();
      int seen = Math.min(total, months * problem.titlesAMonth());
      long atLeast = value + (total - seen) * MISSED + leastCost.of(left, seen);
      open.add(new State(months, left, total, value, atLeast, before, month));
    }
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
   * What is left to see, and how it came to that.
   *
   * @param value of what has been missed and paid
   * @param atLeast the least that any plan through here comes to
   * @param month how the last month was spent; null where a class was given up instead
   */
  private record State(
      int months,
      int[] left,
      int total,
      long value,
      long atLeast,
      @Nullable State before,
      Rotation.@Nullable Month month) {
    Rotation plan() {
      List<Rotation.Month> spent = new ArrayList<>();
      for (State state = this; state != null; state = state.before) {
        if (state.month != null) {
          spent.add(state.month);
        }
      }
      return Rotation.of(spent);
    }
  }
}
