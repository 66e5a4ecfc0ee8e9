package io.takewithott.payment;

import java.util.function.Supplier;

/**
 * The process dies at the so many-th call of another system, before it or after it, and makes none
 * from then on until it is started anew.
 */
final class CrashPoint {
  private int callsLeft = Integer.MAX_VALUE;
  private boolean after;
  private boolean dead;

  /**
   * @param calls that still succeed
   * @param whenDone whether the fatal call is carried out
   */
  synchronized void at(int calls, boolean whenDone) {
    callsLeft = calls;
    after = whenDone;
  }

  synchronized void restart() {
    callsLeft = Integer.MAX_VALUE;
    dead = false;
  }

  <T> T call(Supplier<T> call) {
    boolean fatal;
    synchronized (this) {
      if (dead) {
        throw new Crash();
      }
      fatal = callsLeft-- == 0;
      dead = fatal;
    }
    if (fatal && !after) {
      throw new Crash();
    }
    T answer = call.get();
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
