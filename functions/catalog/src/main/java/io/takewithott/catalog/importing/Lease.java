package io.takewithott.catalog.importing;

import io.takewithott.catalog.tmdb.TmdbClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Kept while a batch takes long. */
final class Lease {
  private static final Duration KEPT_EVERY = Duration.ofMinutes(1);

  private final RunStore store;
  private final TmdbClient tmdb;
  private final InstantSource clock;
  private Instant due;

  Lease(RunStore store, TmdbClient tmdb, InstantSource clock) {
    this.store = store;
    this.tmdb = tmdb;
    this.clock = clock;
    this.due = clock.instant().plus(KEPT_EVERY);
  }

  /** Asked before every call of TMDB. */
  void keep(Run run) {
    Instant now = clock.instant();
    if (now.isAfter(due)) {
      store.keep(run, tmdb.takeCounts(), now);
      due = now.plus(KEPT_EVERY);
    }
  }
}
