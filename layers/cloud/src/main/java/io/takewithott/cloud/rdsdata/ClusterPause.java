package io.takewithott.cloud.rdsdata;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * A switch that puts the cluster to sleep as Aurora does by itself after minutes without a call:
 * the next call wakes it, and until it has woken every call is refused.
 */
public final class ClusterPause {
  private final InstantSource time;
  private @Nullable Duration resumeTime;
  private Instant awakeAt = Instant.MIN;

  public ClusterPause(InstantSource time) {
    this.time = time;
  }

  /** Pauses the cluster; it will take the given time to wake. */
  public synchronized void pause(Duration resumeTime) {
    this.resumeTime = resumeTime;
  }

  /** Whether the cluster would refuse a call now. */
  public synchronized boolean isPaused() {
    return resumeTime != null || time.instant().isBefore(awakeAt);
  }

  /** Marks a call, which wakes the cluster; true if the call has to be refused. */
  synchronized boolean refusesCall() {
    if (resumeTime != null) {
      awakeAt = time.instant().plus(resumeTime);
      resumeTime = null;
      return true;
    }
    return time.instant().isBefore(awakeAt);
  }
}
