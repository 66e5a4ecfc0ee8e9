package io.takewithott.cloud.sqs;

/** Where a message goes that was received {@code maxReceiveCount} times and never deleted. */
public record DeadLetter(String queueName, int maxReceiveCount) {
  private static final int MAXIMUM_RECEIVE_COUNT = 1_000;

  public DeadLetter {
    if (maxReceiveCount < 1 || maxReceiveCount > MAXIMUM_RECEIVE_COUNT) {
      throw new IllegalArgumentException(
          "maxReceiveCount must be 1 to " + MAXIMUM_RECEIVE_COUNT + ", found " + maxReceiveCount);
    }
  }
}
