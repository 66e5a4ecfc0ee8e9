package io.takewithott.catalog.importing;

import io.takewithott.catalog.importing.Work.Ending;
import io.takewithott.catalog.tmdb.Pace;
import io.takewithott.catalog.tmdb.TmdbClient;
import io.takewithott.catalog.tmdb.Token;
import io.takewithott.core.metrics.Measured;
import io.takewithott.core.metrics.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One invocation of the import: it takes the open run over, or opens the one that is due, works at
 * it until it is done or the time is up, and leaves what remains to the next. It may end at any
 * moment; what was not stored then is done again.
 */
public final class TmdbImport {
  private static final Logger LOG = LoggerFactory.getLogger(TmdbImport.class);

  private final ImportParts parts;

  public TmdbImport(ImportParts parts) {
    this.parts = parts;
  }

  /**
   * @param wanted {@code due} for whatever the time has come for, {@code full}, or {@code continue}
   *     for nothing but what is open
   * @param dry of a run that is opened: it only says what would change
   */
  public Summary run(String wanted, boolean dry) {
    Optional<Token> token = parts.token().get();
    if (token.isEmpty()) {
      return off();
    }
    RunStore store = new RunStore(parts.database(), parts.holders().get());
    Instant now = parts.clock().instant();
    Optional<Run> run = store.take(now);
    if (run.isEmpty() && !wanted.equals("continue")) {
      RunMode mode = wanted.equals("full") ? RunMode.FULL : RunMode.INCREMENTAL;
      if (new RunBook(parts.database()).open(mode, dry, null, now).isPresent()) {
        run = store.take(now);
      }
    }
    Summary summary =
        run.map(taken -> work(taken, store, token.get()))
            .orElseGet(() -> new Summary("IDLE", null, 0, 0));
    measure(store);
    return summary;
  }

  /** Nothing is late before a first import. */
  private void measure(RunStore store) {
    store
        .last()
        .ifPresent(
            last ->
                LOG.atInfo()
                    .addKeyValue(
                        Measured.KEY,
                        Measured.of(
                            Metric.IMPORT_LAG,
                            Math.max(0, Duration.between(last, now()).toSeconds())))
                    .log("the catalogue was compared with TMDB"));
  }

  private Summary off() {
    boolean asked = new RunStore(parts.database(), parts.holders().get()).switchOff(now());
    LOG.info(
        "nothing is imported from TMDB: its secret holds no token{}",
        asked ? ", and what was asked for is called off" : "");
    return new Summary("OFF", null, 0, 0);
  }

  private Summary work(Run run, RunStore store, Token token) {
    Pace pace =
        new Pace(parts.tmdb().callsASecond(), parts.clock(), parts.sleeper(), parts.budget());
    if (run.notBeforeMillis() != null) {
      pace.closeUntil(Instant.ofEpochMilli(run.notBeforeMillis()));
    }
    TmdbClient tmdb =
        new TmdbClient(
            parts.tmdb(),
            token,
            pace,
            parts.clock(),
            parts.random(),
            until -> store.closeDoor(run, until));
    Work work = new Work(parts, store, tmdb, pace);
    try {
      Ending ending = work.at(run);
      if (ending == Ending.OUT_OF_TIME && work.hasMoved()) {
        parts.goOn().run();
      }
      return told(ending, run, work);
    } catch (LeaseLostException lost) {
      LOG.atWarn().setCause(lost).log("another invocation has taken the import over");
      return new Summary("LOST", run.runId(), work.pages(), work.titles());
    }
  }

  private static Summary told(Ending ending, Run run, Work work) {
    LOG.atInfo()
        .addKeyValue("run", run.runId())
        .addKeyValue("pages", work.pages())
        .addKeyValue("titles", work.titles())
        .log("the import from TMDB ended: {}", ending.name().toLowerCase(Locale.ROOT));
    return new Summary(ending.name(), run.runId(), work.pages(), work.titles());
  }

  private Instant now() {
    return parts.clock().instant();
  }

  /**
   * @param pages of lists that this invocation read
   * @param titles of which it found out what they have become
   */
  public record Summary(String state, @Nullable Long run, int pages, int titles) {}
}
