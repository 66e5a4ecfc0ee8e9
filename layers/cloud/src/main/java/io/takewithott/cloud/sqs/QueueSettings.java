package io.takewithott.cloud.sqs;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** A queue as {@code AWS::SQS::Queue} declares it, within the bounds that SQS accepts. */
public record QueueSettings(
    String name,
    Duration visibilityTimeout,
    Duration messageRetention,
    Duration delay,
    Duration receiveWait,
    boolean fifo,
    Optional<DeadLetter> deadLetter) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");
  private static final String FIFO_SUFFIX = ".fifo";

  public QueueSettings {
    checkName(name, fifo);
    check(name, "VisibilityTimeout", visibilityTimeout, Duration.ZERO, Duration.ofHours(12));
    check(
        name,
        "MessageRetentionPeriod",
        messageRetention,
        Duration.ofSeconds(60),
        Duration.ofDays(14));
    check(name, "DelaySeconds", delay, Duration.ZERO, Duration.ofMinutes(15));
    check(
        name, "ReceiveMessageWaitTimeSeconds", receiveWait, Duration.ZERO, Duration.ofSeconds(20));
  }

  /** A queue with SQS's defaults; FIFO if its name ends in {@code .fifo}. */
  public static QueueSettings named(String name) {
    return new QueueSettings(
        name,
        Duration.ofSeconds(30),
        Duration.ofDays(4),
        Duration.ZERO,
        Duration.ZERO,
        name.endsWith(FIFO_SUFFIX),
        Optional.empty());
  }

  public QueueSettings withVisibilityTimeout(Duration timeout) {
    return new QueueSettings(name, timeout, messageRetention, delay, receiveWait, fifo, deadLetter);
  }

  public QueueSettings withDeadLetter(String queueName, int maxReceiveCount) {
    return new QueueSettings(
        name,
        visibilityTimeout,
        messageRetention,
        delay,
        receiveWait,
        fifo,
        Optional.of(new DeadLetter(queueName, maxReceiveCount)));
  }

  private static void checkName(String name, boolean fifo) {
    String stem = fifo ? name.replaceFirst("\\.fifo$", "") : name;
    if (fifo != name.endsWith(FIFO_SUFFIX) || !NAME.matcher(stem).matches()) {
      throw new IllegalArgumentException(
          "Queue name \""
              + name
              + "\" must be up to 80 letters, digits, '-' and '_', and end in .fifo exactly if the"
              + " queue is FIFO");
    }
  }

  private static void check(
      String queue, String property, Duration value, Duration minimum, Duration maximum) {
    if (value.compareTo(minimum) < 0 || value.compareTo(maximum) > 0) {
      throw new IllegalArgumentException(
          "Queue %s: %s must be %d to %d seconds, found %s"
              .formatted(queue, property, minimum.toSeconds(), maximum.toSeconds(), value));
    }
  }
}
