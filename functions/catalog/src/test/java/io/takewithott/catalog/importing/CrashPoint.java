package io.takewithott.catalog.importing;

import java.util.function.Supplier;

/**
 * The process dies at its so many-th step, which is a call of the database, before it or after it,
 * or a look at the clock, of which there are some around every other call.
 */
final class CrashPoint {
  private int stepsLeft = Integer.MAX_VALUE;
  private int steps;
  private boolean after;
  private boolean dead;

  /**
   * @param moreSteps that still succeed
   * @param whenDone whether the fatal one is carried out
   */
  synchronized void at(int moreSteps, boolean whenDone) {
    stepsLeft = moreSteps;
    after = whenDone;
  }

  synchronized void restart() {
    stepsLeft = Integer.MAX_VALUE;
    dead = false;
  }

  synchronized int steps() {
    return steps;
  }

  synchronized boolean isDead() {
    return dead;
  }

  <T> T step(Supplier<T> step) {
    boolean fatal;
    synchronized (this) {
      if (dead) {
        throw new Crash();
      }
      steps++;
      fatal = stepsLeft-- == 0;
      dead = fatal;
    }
    if (fatal && !after) {
      throw new Crash();
    }
    T answer = step.get();
    if (fatal) {
      throw new Crash();
    }
    return answer;
  }

  /** Caught by nobody, as nobody catches the end of the process. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
      super("the process died", null, false, false);
    }
  }
}
