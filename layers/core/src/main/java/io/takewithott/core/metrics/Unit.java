package io.takewithott.core.metrics;

/** CloudWatch's units, as far as they are used here. */
public enum Unit {
  COUNT("Count"),
  MILLISECONDS("Milliseconds"),
  SECONDS("Seconds"),
  /** For what CloudWatch has no unit, such as won. */
  NONE("None");

  private final String title;

  Unit(String title) {
    this.title = title;
  }

  /** The name in CloudWatch. */
  public String title() {
    return title;
  }
}
