package io.takewithott.catalog.importing;

import io.takewithott.catalog.importing.Verdict.Outcome;
import io.takewithott.catalog.tmdb.CallCounts;
import io.takewithott.catalog.tmdb.Kind;
import io.takewithott.catalog.tmdb.TitleKey;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.database.Statements;
import io.takewithott.core.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs and what they have still to do. Everything that is done under a lease begins with the check
 * that it is still held, in the same transaction.
 */
final class RunStore {
  /** Longer than a call with all its tries, so that only a dead invocation loses it. */
  static final Duration LEASE = Duration.ofMinutes(3);

  private static final int KEPT_RUNS = 60;

  private final Database database;
  private final String holder;

  /**
   * @param holder this invocation
   */
  RunStore(Database database, String holder) {
    this.database = database;
    this.holder = holder;
  }

  /** Takes the open run over, if there is one that nobody works at. */
  Optional<Run> take(Instant now) {
    return database.writeOne(
        Sql.of(RunSql.TAKE)
            .bind("holder", holder)
            .bindSeconds("now", now)
            .bindSeconds("until", now.plus(LEASE)),
        Run.class);
  }

  /** Ends what an administrator asked for and nobody can do; whether there was something. */
  boolean switchOff(Instant now) {
    return database.write(Sql.of(RunSql.SWITCH_OFF).bindSeconds("now", now)) > 0;
  }

  /** When the last complete run began. */
  Optional<Instant> last() {
    return database
        .readOne(Sql.of(RunSql.LAST), Millis.class)
        .map(Millis::millis)
        .map(Instant::ofEpochMilli);
  }

  /** Decides what the run reads, once. */
  Run start(Run run, Plan plan, Instant now) {
    String from = plan.changesFrom() == null ? null : plan.changesFrom().toString();
    String to = plan.changesFrom() == null ? null : plan.changesTo().toString();
    database.inTransaction(
        transaction -> {
          requireMine(
              transaction.write(
                  mine(RunSql.START, run)
                      .bind("mode", plan.mode().word())
                      .bindSeconds("now", now)
                      .bindSeconds("until", now.plus(LEASE))
                      .bind("changesFrom", from)
                      .bind("changesTo", to)));
          List<ListRow> lists = plan.lists().stream().map(ListRow::new).toList();
          transaction.write(
              Sql.of(RunSql.FIRST_PAGES)
                  .bind("run", run.runId())
                  .bindJson("rows", Json.text(lists)));
          transaction.write(Sql.of(RunSql.PAGES_LEFT_OVER).bind("run", run.runId()));
          transaction.write(Sql.of(RunSql.TITLES_LEFT_OVER).bind("run", run.runId()));
          return transaction.write(
              Sql.of(RunSql.TITLES_TO_CHECK)
                  .bind("run", run.runId())
                  .bindSeconds("before", plan.checkBefore())
                  .bind("most", plan.checkMost()));
        });
    return new Run(
        run.runId(), plan.mode().word(), run.dry(), "running", from, to, run.notBeforeMillis());
  }

  List<PageRow> nextPages(Run run, int most) {
    return database.read(
        Sql.of(RunSql.NEXT_PAGES).bind("run", run.runId()).bind("most", most), PageRow.class);
  }

  List<TitleKey> nextTitles(Run run, int most) {
    return database
        .read(Sql.of(RunSql.NEXT_TITLES).bind("run", run.runId()).bind("most", most), KeyRow.class)
        .stream()
        .map(row -> new TitleKey(Kind.named(row.kind), row.tmdbId))
        .toList();
  }

  /** What the pages named, and that they were read, in one. */
  void listed(
      Run run, List<ReadPage> pages, List<ListedRow> titles, CallCounts calls, Instant now) {
    database.inTransaction(
        transaction -> {
          keep(transaction, run, calls, Map.of(), now);
          String rows = Json.text(pages);
          transaction.write(
              Sql.of(RunSql.LISTED).bind("run", run.runId()).bindJson("rows", Json.text(titles)));
          transaction.write(
              Sql.of(RunSql.MORE_PAGES).bind("run", run.runId()).bindJson("rows", rows));
          return transaction.write(
              Sql.of(RunSql.PAGES_READ).bind("run", run.runId()).bindJson("rows", rows));
        });
  }

  /**
   * What came of a batch of titles, and what that changes elsewhere, in one.
   *
   * @param changes what is written in the same transaction
   */
  void settled(
      Run run,
      List<Verdict> verdicts,
      CallCounts calls,
      Consumer<Statements> changes,
      Instant now) {
    Map<Outcome, Long> counts =
        verdicts.stream().collect(Collectors.groupingBy(Verdict::outcome, Collectors.counting()));
    database.inTransaction(
        transaction -> {
          keep(transaction, run, calls, counts, now);
          changes.accept(transaction);
          List<OutcomeRow> rows = verdicts.stream().map(RunStore::row).toList();
          return transaction.write(
              Sql.of(RunSql.OUTCOMES).bind("run", run.runId()).bindJson("rows", Json.text(rows)));
        });
  }

  /** Says that this invocation still works at it. */
  void keep(Run run, CallCounts calls, Instant now) {
    keep(database, run, calls, Map.of(), now);
  }

  /** Notes for every later invocation that TMDB may not be called before then. */
  void closeDoor(Run run, Instant notBefore) {
    requireMine(
        database.write(
            mine(RunSql.CLOSE_DOOR, run)
                .bindSeconds("notBefore", notBefore)
                .bindSeconds("until", notBefore.plus(LEASE))));
  }

  /** Leaves the run to whoever comes next. */
  void release(Run run) {
    database.write(mine(RunSql.RELEASE, run));
  }

  Finished finish(Run run, String state, @Nullable String reason, Instant now) {
    return database.inTransaction(
        transaction -> {
          Finished finished =
              transaction
                  .writeOne(
                      mine(RunSql.FINISH, run)
                          .bind("state", state)
                          .bind("reason", reason)
                          .bindSeconds("now", now),
                      Finished.class)
                  .orElseThrow(LeaseLostException::new);
          transaction.write(Sql.of(RunSql.FORGET_UNCHANGED).bind("run", run.runId()));
          transaction.write(Sql.of(RunSql.FORGET_OLD_RUNS).bind("kept", KEPT_RUNS));
          return finished;
        });
  }

  private void keep(
      Statements database, Run run, CallCounts calls, Map<Outcome, Long> counts, Instant now) {
    Sql sql =
        mine(RunSql.KEEP, run)
            .bindSeconds("until", now.plus(LEASE))
            .bind("calls", calls.calls())
            .bind("throttled", calls.throttled())
            .bind("repeated", calls.repeated());
    for (Outcome outcome : Outcome.values()) {
      sql = sql.bind(outcome.word(), counts.getOrDefault(outcome, 0L));
    }
    requireMine(database.write(sql));
  }

  private Sql mine(String sql, Run run) {
    return Sql.of(sql).bind("run", run.runId()).bind("holder", holder);
  }

  private static void requireMine(long rows) {
    if (rows != 1) {
      throw new LeaseLostException();
    }
  }

  private static OutcomeRow row(Verdict verdict) {
    return new OutcomeRow(
        verdict.key().kind().word(),
        verdict.key().tmdbId(),
        verdict.outcome().word(),
        verdict.titleId(),
        verdict.title(),
        verdict.fields().isEmpty() ? null : String.join(",", verdict.fields()),
        verdict.reason());
  }

  /**
   * What a run is to read.
   *
   * @param lists by their names, from the first page
   * @param changesFrom null where no changes are asked for
   * @param checkBefore titles that were read last before then are read again
   */
  record Plan(
      RunMode mode,
      List<String> lists,
      @Nullable LocalDate changesFrom,
      LocalDate changesTo,
      Instant checkBefore,
      int checkMost) {}

  record PageRow(String list, int page, int tries) {}

  /**
   * @param pages how many of the list are to be read
   */
  record ReadPage(String list, int page, String state, int pages) {}

  /**
   * @param rule {@code all}, {@code known} or {@code new}
   */
  record ListedRow(String kind, long id, String rule) {}

  /** What a run changed, all in all. */
  record Finished(int added, int changed) {}

  record ListRow(String list) {}

  record KeyRow(String kind, long tmdbId) {}

  record Millis(@Nullable Long millis) {}

  record OutcomeRow(
      String kind,
      long id,
      String state,
      @Nullable Long titleId,
      @Nullable String title,
      @Nullable String fields,
      @Nullable String reason) {}
}
