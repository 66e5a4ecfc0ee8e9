package io.takewithott.catalog.importing;

import io.takewithott.catalog.importing.RunStore.Plan;
import io.takewithott.catalog.tmdb.TitleList;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run is to read. The first is full whatever was asked for. TMDB tells of changes for
 * fourteen days; when the last run is further back, every title is read and compared.
 */
final class Plans {
  /** By days of UTC, as TMDB counts; one less than it allows, for the window begins a day early. */
  private static final Duration CHANGES_TOLD = Duration.ofDays(13);

  private final ImportConfig config;

  Plans(ImportConfig config) {
    this.config = config;
  }

  /**
   * @param last when the last complete run began
   */
  Plan of(Run run, Optional<Instant> last, Instant now) {
    RunMode mode = mode(run.runMode(), last, now);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<String> lists = new ArrayList<>();
    for (TitleList list : TitleList.values()) {
      if (list.isOfChanges() ? mode == RunMode.INCREMENTAL : config.pages(list, mode) > 0) {
        lists.add(list.word());
      }
    }
    boolean everything = mode != RunMode.INCREMENTAL;
    LocalDate from =
        everything || last.isEmpty()
            ? null
            : LocalDate.ofInstant(last.get(), ZoneOffset.UTC).minusDays(1);
    return new Plan(
        mode,
        lists,
        from,
        today,
        everything ? now : now.minus(config.recheckAfter()),
        everything ? Integer.MAX_VALUE : config.recheckMost());
  }

  private static RunMode mode(RunMode wanted, Optional<Instant> last, Instant now) {
    if (wanted == RunMode.FULL || last.isEmpty()) {
      return RunMode.FULL;
    }
    boolean told = Duration.between(last.get(), now).compareTo(CHANGES_TOLD) < 0;
    return told ? RunMode.INCREMENTAL : RunMode.COMPARISON;
  }
}
