package io.takewithott.catalog.tmdb;

import java.time.Duration;

/** Waiting, so that a test need not. */
@FunctionalInterface
public interface Sleeper {
  void sleep(Duration duration) throws InterruptedException;
}
