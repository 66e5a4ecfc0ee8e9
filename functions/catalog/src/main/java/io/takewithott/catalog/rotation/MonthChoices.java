package io.takewithott.catalog.rotation;

import java.util.function.Consumer;

/**
 * Every way worth trying to spend one month with certain services, seeing at least one title of the
 * scarcest class. No time is left while something could be seen: whatever would be seen later, or
 * never, may as well be seen now. A title is not seen while one on fewer of the same services is
 * left over: they could change places. And a service is held only if something is seen that no
 * other held one has, or it could be left out. Each rule swaps a plan for one that is as good, so
 * one of the best plans is left.
 */
final class MonthChoices {
  private final RotationProblem problem;
  private final int[] left;
  private final int held;
  private final int scarcest;
  private final Runnable step;
  private final int[] watched;

  /** How many titles there are to see among a class and those behind it. */
  private final int[] behind;

  MonthChoices(RotationProblem problem, int[] left, int held, int scarcest, Runnable step) {
    this.problem = problem;
    this.left = left;
    this.held = held;
    this.scarcest = scarcest;
    this.step = step;
    this.watched = new int[left.length];
    this.behind = new int[left.length + 1];
    for (int k = left.length - 1; k >= 0; k--) {
      behind[k] = behind[k + 1] + (isThere(k) ? left[k] : 0);
    }
  }

  /** Calls with how many titles of each class are seen; the array is used again. */
  void forEach(Consumer<int[]> use) {
    choose(0, Math.min(problem.titlesAMonth(), behind[0]), use);
  }

  private boolean isThere(int k) {
    return (problem.masks()[k] & held) != 0;
  }

  private void choose(int k, int room, Consumer<int[]> use) {
    if (k == left.length) {
      step.run();
      if (everyServiceIsNeeded()) {
        use.accept(watched);
      }
      return;
    }
    int most = isThere(k) && nothingScarcerIsLeft(k) ? Math.min(room, left[k]) : 0;
    int least = Math.max(k == scarcest ? 1 : 0, room - behind[k + 1]);
    for (int count = most; count >= least; count--) {
      watched[k] = count;
      choose(k + 1, room - count, use);
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
}
