package io.takewithott.catalog.importing;

import io.takewithott.catalog.importing.RunStore.ListedRow;
import io.takewithott.catalog.importing.RunStore.PageRow;
import io.takewithott.catalog.importing.RunStore.ReadPage;
import io.takewithott.catalog.tmdb.ListedPage;
import io.takewithott.catalog.tmdb.TitleList;
import io.takewithott.catalog.tmdb.TmdbClient;
import io.takewithott.catalog.tmdb.TmdbException;
import io.takewithott.catalog.tmdb.TmdbException.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Pages of lists. One that cannot be read is tried again later in the run, and then in the next.
 */
final class Listing {
  private static final int TRIES = 3;

  private final ImportConfig config;
  private final TmdbClient tmdb;
  private final Lease lease;

  Listing(ImportConfig config, TmdbClient tmdb, Lease lease) {
    this.config = config;
    this.tmdb = tmdb;
    this.lease = lease;
  }

  /** What they name; where no further call can be made, of as many as were read by then. */
  Found read(Run run, List<PageRow> due) {
    List<ReadPage> pages = new ArrayList<>();
    List<ListedRow> titles = new ArrayList<>();
    int failures = 0;
    for (PageRow page : due) {
      Optional<TitleList> list = TitleList.named(page.list());
      if (list.isEmpty()) {
        pages.add(new ReadPage(page.list(), page.page(), "done", 1));
        continue;
      }
      try {
        lease.keep(run);
        ListedPage read = page(run, list.get(), page.page());
        String rule = rule(run, list.get());
        read.titles()
            .forEach(key -> titles.add(new ListedRow(key.kind().word(), key.tmdbId(), rule)));
        int last = Math.min(read.pages(), most(run, list.get()));
        pages.add(new ReadPage(page.list(), page.page(), "done", last));
      } catch (TmdbException failure) {
        if (failure.reason() == Reason.NO_TIME || failure.reason() == Reason.BARRED) {
          return new Found(pages, titles, Optional.of(failure));
        }
        pages.add(new ReadPage(page.list(), page.page(), afterFailure(page), 1));
        failures++;
        if (failures == due.size() && failure.reason() == Reason.DOWN && failures > 1) {
          return new Found(List.of(), List.of(), Optional.of(failure));
        }
      }
    }
    return new Found(pages, titles, Optional.empty());
  }

  private ListedPage page(Run run, TitleList list, int page) {
    if (!list.isOfChanges()) {
      return tmdb.page(list, page);
    }
    LocalDate from = LocalDate.parse(Objects.requireNonNull(run.changesFrom()));
    return tmdb.changes(list, from, LocalDate.parse(Objects.requireNonNull(run.changesTo())), page);
  }

  private int most(Run run, TitleList list) {
    return list.isOfChanges() ? TitleList.MOST_PAGES : config.pages(list, run.runMode());
  }

  private static String rule(Run run, TitleList list) {
    if (list.isOfChanges()) {
      return "known";
    }
    return run.runMode() == RunMode.FULL ? "all" : "new";
  }

  private static String afterFailure(PageRow page) {
    return page.tries() + 1 < TRIES ? "waiting" : "failed";
  }

  /**
   * @param stop why no more can be read now
   */
  record Found(List<ReadPage> pages, List<ListedRow> titles, Optional<TmdbException> stop) {}
}
