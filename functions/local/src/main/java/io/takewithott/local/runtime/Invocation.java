package io.takewithott.local.runtime;

import java.util.UUID;

/** What goes with an event: its request id, and the value of the X-Ray trace header. */
public record Invocation(String requestId, String traceHeader) {

  /** An invocation nobody traces, with a random id: schedules, queues, custom resources. */
  public static Invocation untraced() {
    return new Invocation(UUID.randomUUID().toString(), "");
  }
}
