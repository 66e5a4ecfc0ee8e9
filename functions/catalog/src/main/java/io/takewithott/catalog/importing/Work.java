package io.takewithott.catalog.importing;

import io.takewithott.catalog.importing.RunStore.Finished;
import io.takewithott.catalog.importing.RunStore.PageRow;
import io.takewithott.catalog.tmdb.CallCounts;
import io.takewithott.catalog.tmdb.Pace;
import io.takewithott.catalog.tmdb.TitleKey;
import io.takewithott.catalog.tmdb.TmdbClient;
import io.takewithott.catalog.tmdb.TmdbException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one invocation does at a run: lists first, then titles, a batch after the other. */
final class Work {
  private static final Logger LOG = LoggerFactory.getLogger(Work.class);

  private static final int PAGES_A_BATCH = 5;

  /** A statement of so many titles has some hundred kilobytes, and ends well within its 45 s. */
  static final int TITLES_A_BATCH = 25;

  /** With so many new titles, queries are better planned anew. */
  private static final int MANY = 500;

  /** How long TMDB is left alone when it is down. */
  private static final Duration REST = Duration.ofMinutes(10);

  private final ImportParts parts;
  private final RunStore store;
  private final TmdbClient tmdb;
  private final Pace pace;
  private final Listing listing;
  private final Batch batch;
  private final CatalogueStore catalogue = new CatalogueStore();
  private int pages;
  private int titles;
  private boolean moved;

  Work(ImportParts parts, RunStore store, TmdbClient tmdb, Pace pace) {
    this.parts = parts;
    this.store = store;
    this.tmdb = tmdb;
    this.pace = pace;
    Lease lease = new Lease(store, tmdb, parts.clock());
    this.listing = new Listing(parts.config(), tmdb, lease);
    Posters posters = new Posters(parts.config().copiesPosters(), parts.objects(), tmdb);
    this.batch = new Batch(tmdb, lease, new Judgement(posters));
  }

  /** How an invocation's work ends. */
  enum Ending {
    DONE,
    /** There is more to do. */
    OUT_OF_TIME,
    /** TMDB does not answer. */
    DOWN,
    /** TMDB does not take our credentials. */
    BARRED
  }

  Ending at(Run taken) {
    Run run = taken;
    try {
      if (run.isNew()) {
        run = store.start(run, new Plans(parts.config()).of(run, store.last(), now()), now());
        moved = true;
      }
      for (List<PageRow> due = nextPages(run); !due.isEmpty(); due = nextPages(run)) {
        list(run, due);
      }
      for (List<TitleKey> due = nextTitles(run); !due.isEmpty(); due = nextTitles(run)) {
        settle(run, due);
      }
      return finish(run);
    } catch (TmdbException stop) {
      return stopped(run, stop);
    }
  }

  int pages() {
    return pages;
  }

  int titles() {
    return titles;
  }

  /** Whether anything is done that was not before. */
  boolean hasMoved() {
    return moved;
  }

  private List<PageRow> nextPages(Run run) {
    return store.nextPages(run, PAGES_A_BATCH);
  }

  private List<TitleKey> nextTitles(Run run) {
    return store.nextTitles(run, TITLES_A_BATCH);
  }

  private void list(Run run, List<PageRow> due) {
    Listing.Found found = listing.read(run, due);
    if (!found.pages().isEmpty()) {
      store.listed(run, found.pages(), found.titles(), tmdb.takeCounts(), now());
      pages += found.pages().size();
      moved = true;
    }
    throwIfStopped(found.stop());
  }

  private void settle(Run run, List<TitleKey> due) {
    Batch.Read read = batch.read(run, due);
    Map<TitleKey, KnownTitle> known =
        read.readings().isEmpty() ? Map.of() : catalogue.known(parts.database(), read.readings());
    Batch.Judged judged = batch.judge(read.readings(), known, run.dry());
    List<Verdict> verdicts = judged.verdicts();
    if (!verdicts.isEmpty()) {
      Instant now = now();
      store.settled(
          run,
          verdicts,
          tmdb.takeCounts(),
          transaction -> {
            if (!run.dry()) {
              catalogue.write(transaction, verdicts, now);
            }
          },
          now);
      titles += verdicts.size();
      moved = true;
    }
    throwIfStopped(judged.stop().or(read::stop));
  }

  private static void throwIfStopped(Optional<TmdbException> stop) {
    if (stop.isPresent()) {
      throw stop.get();
    }
  }

  private Ending finish(Run run) {
    CallCounts rest = tmdb.takeCounts();
    if (rest.calls() > 0) {
      store.keep(run, rest, now());
    }
    Finished finished = store.finish(run, "done", null, now());
    if (!run.dry() && finished.added() >= MANY) {
      catalogue.refreshStatistics(parts.database());
    }
    if (!run.dry() && finished.added() + finished.changed() > 0) {
      parts.indexWanted().run();
    }
    return Ending.DONE;
  }

  private Ending stopped(Run run, TmdbException stop) {
    store.keep(run, tmdb.takeCounts(), now());
    switch (stop.reason()) {
      case BARRED:
        LOG.atError().setCause(stop).log("TMDB does not take our credentials");
        store.finish(run, "failed", "TMDB does not take our credentials", now());
        return Ending.BARRED;
      case NO_TIME:
        store.release(run);
        return Ending.OUT_OF_TIME;
      default:
        LOG.atError().setCause(stop).log("TMDB does not answer; the run waits");
        Instant later = now().plus(REST);
        pace.closeUntil(later);
        store.closeDoor(run, later);
        store.release(run);
        return Ending.DOWN;
    }
  }

  private Instant now() {
    return parts.clock().instant();
  }
}
