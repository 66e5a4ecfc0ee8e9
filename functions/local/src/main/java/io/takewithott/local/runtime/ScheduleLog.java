package io.takewithott.local.runtime;

/** Told about every firing of a schedule when its invocation has ended. */
@FunctionalInterface
public interface ScheduleLog {

  /**
   * @param attempt 1, or more for a repetition after a failure
   */
  void fired(String schedule, String functionLogicalId, int attempt, InvocationResult result);
}
