package io.takewithott.recommender.progress;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to the log how long each phase took. */
public final class LoggedPhases implements Phases {
  private static final Logger LOG = LoggerFactory.getLogger(LoggedPhases.class);

  private final InstantSource clock;

  public LoggedPhases(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public <T> T run(String name, Supplier<T> phase) {
    Instant begin = clock.instant();
    T result = phase.get();
    LOG.info("{} took {} ms", name, Duration.between(begin, clock.instant()).toMillis());
    return result;
  }
}
