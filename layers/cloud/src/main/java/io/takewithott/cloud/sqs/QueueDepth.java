package io.takewithott.cloud.sqs;

/** How many messages of a queue can be received now, are being worked on, or are not due yet. */
public record QueueDepth(int visible, int inFlight, int delayed) {

  public int total() {
    return visible + inFlight + delayed;
  }
}
