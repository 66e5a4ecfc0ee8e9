package io.takewithott.catalog.limits;

/** What has a limit a day, and the limit. */
public enum DailyLimit {
  /** Each costs money at the recogniser; a browser's own costs none. */
  SPEECH(60),
  /** Each takes an administrator's time. */
  LINE_SUGGESTION(20);

  private final int most;

  DailyLimit(int most) {
    this.most = most;
  }

  public int most() {
    return most;
  }
}
