package io.takewithott.core.metrics;

/**
 * By what a metric is told apart. Every value of a dimension makes a metric of its own that is paid
 * for, so each has a handful; what has many, such as routes and ids, stands in the log line beside
 * the metric and is asked for there.
 */
public enum Dimension {
  /** A function behind the HTTP API: the name of its handler. */
  SERVICE("Service"),
  /** Why a payment failed: {@code Declined} or {@code ProviderDown}. */
  CAUSE("Cause"),
  /** Whose ranking was served: {@code Personal} or {@code Popular}. */
  RANKING("Ranking");

  private final String title;

  Dimension(String title) {
    this.title = title;
  }

  /** The name in CloudWatch. */
  public String title() {
    return title;
  }
}
