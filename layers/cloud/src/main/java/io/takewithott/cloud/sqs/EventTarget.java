package io.takewithott.cloud.sqs;

/** A function as an event source sees it. */
@FunctionalInterface
public interface EventTarget {
  /**
   * Invokes the function and returns its response.
   *
   * @throws Exception if the function failed, timed out or could not be invoked
   */
  byte[] invoke(byte[] event) throws Exception;
}
