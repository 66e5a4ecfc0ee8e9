package io.takewithott.local.runtime;

import java.nio.charset.StandardCharsets;

/**
 * How an invocation ended.
 *
 * @param payload the function's answer, or AWS's error document {@code
 *     {"errorMessage","errorType","stackTrace"}}; shared, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of megabytes would buy nothing.
public record InvocationResult(Outcome outcome, byte[] payload) {

  /** The ways Lambda tells apart. */
  public enum Outcome {
    SUCCESS,
    /** The handler threw. */
    FUNCTION_ERROR,
    /** The function's Timeout passed; its instance is gone. */
    TIMED_OUT,
    /** The process ended in the middle. */
    CRASHED,
    /** The handler could not be made: its class, constructor or static part failed. */
    INIT_FAILED,
    /**
     * No instance was free: the reserved concurrency is used up, or the wait for one took too long.
     */
    THROTTLED,
    /** Past Lambda's 6 MB. */
    REQUEST_TOO_LARGE,
    RESPONSE_TOO_LARGE
  }

  public boolean succeeded() {
    return outcome == Outcome.SUCCESS;
  }

  public String text() {
    return new String(payload, StandardCharsets.UTF_8);
  }

  static InvocationResult success(byte[] payload) {
    return new InvocationResult(Outcome.SUCCESS, payload);
  }

  static InvocationResult failed(Outcome outcome, String errorType, String message) {
    return new InvocationResult(outcome, ErrorDocument.of(errorType, message));
  }
}
