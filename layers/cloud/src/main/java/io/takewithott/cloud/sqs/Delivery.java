package io.takewithott.cloud.sqs;

/**
 * How far a message has come.
 *
 * @param receives how often it was received, in this queue and the one it was dead-lettered from
 * @param receivesHere how often it was received since it entered this queue
 * @param firstReceivedAtMillis when it was first received, or 0
 * @param visibleAtMillis from when on it may be received
 */
record Delivery(int receives, int receivesHere, long firstReceivedAtMillis, long visibleAtMillis) {

  static Delivery pending(long visibleAtMillis) {
    return new Delivery(0, 0, 0, visibleAtMillis);
  }

  Delivery received(long nowMillis, long hiddenUntilMillis) {
    long first = receives == 0 ? nowMillis : firstReceivedAtMillis;
    return new Delivery(receives + 1, receivesHere + 1, first, hiddenUntilMillis);
  }

  Delivery visibleAt(long millis) {
    return new Delivery(receives, receivesHere, firstReceivedAtMillis, millis);
  }

  Delivery deadLettered() {
    return new Delivery(receives, 0, firstReceivedAtMillis, 0);
  }
}
