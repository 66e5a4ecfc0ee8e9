package io.takewithott.catalog.importing;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens runs, and tells of them. One call each. */
public final class RunBook {
  private static final String RUN =
      """
      r.run_id, r.mode, r.dry, r.state, r.reason,
      (extract(epoch from r.asked_at) * 1000)::bigint as asked_millis,
      (extract(epoch from r.started_at) * 1000)::bigint as started_millis,
      (extract(epoch from r.finished_at) * 1000)::bigint as finished_millis,
      r.changes_from::text as changes_from, r.changes_to::text as changes_to,
      r.invocations, r.calls, r.throttled, r.repeated,
      r.added, r.changed, r.unchanged, r.vanished, r.absent, r.refused, r.failed,
      (select count(*) from tmdb_run_titles w where w.run_id = r.run_id and w.state = 'waiting') as waiting,
      (select count(*) from tmdb_run_pages p where p.run_id = r.run_id and p.state = 'waiting') as pages_waiting,
      (select count(*) from tmdb_run_pages p where p.run_id = r.run_id and p.state = 'failed') as pages_failed
      """;

  private static final String LIST =
      "select " + RUN + " from tmdb_runs r order by r.run_id desc limit :most";

  /** One row, which may have 64 KB: so titles are cut, and a page is short. */
  private static final String REPORT =
      "select "
          + RUN
          + """
            , coalesce((select json_agg(json_build_object('kind', w.kind, 'tmdb_id', w.tmdb_id, 'state', w.state,
                'title_id', w.title_id, 'title', left(w.title, 60), 'fields', w.fields, 'reason', left(w.reason, 120))
                order by w.kind, w.tmdb_id)
              from (select * from tmdb_run_titles w
                     where w.run_id = r.run_id and w.state <> 'waiting'
                       and (w.state = :state or :state = 'any')
                       and (w.kind, w.tmdb_id) > (:kind, :after)
                     order by w.kind, w.tmdb_id limit :most) w), '[]')::text as titles_json
              from tmdb_runs r where r.run_id = :run
            """;

  private final Database database;

  public RunBook(Database database) {
    this.database = database;
  }

  /** The new run's id; nothing when one is open already. */
  Optional<Long> open(RunMode mode, boolean dry, @Nullable Long askedBy, Instant now) {
    Sql sql =
        Sql.of(RunSql.OPEN).bind("mode", mode.word()).bind("dry", dry).bindSeconds("now", now);
    return database
        .writeOne(
            askedBy == null ? sql.bindNull("askedBy") : sql.bind("askedBy", askedBy), Opened.class)
        .map(Opened::runId);
  }

  List<RunEntry> newest(int most) {
    return database.read(Sql.of(LIST).bind("most", most), RunEntry.class);
  }

  /** The run with a page of what came of its titles, after the one with that kind and number. */
  Optional<RunEntry> report(long run, String state, String kind, long after, int most) {
    return database.readOne(
        Sql.of(REPORT)
            .bind("run", run)
            .bind("state", state)
            .bind("kind", kind)
            .bind("after", after)
            .bind("most", most),
        RunEntry.class);
  }

  record Opened(long runId) {}

  /**
   * @param repeated calls that were made again after a failure
   * @param waiting titles still to be read
   * @param titles a page of what came of them, in a report
   */
  record RunEntry(
      long runId,
      String mode,
      boolean dry,
      String state,
      @Nullable String reason,
      long askedMillis,
      @Nullable Long startedMillis,
      @Nullable Long finishedMillis,
      @Nullable String changesFrom,
      @Nullable String changesTo,
      int invocations,
      int calls,
      int throttled,
      int repeated,
      int added,
      int changed,
      int unchanged,
      int vanished,
      int absent,
      int refused,
      int failed,
      int waiting,
      int pagesWaiting,
      int pagesFailed,
      @Nullable List<ReportedTitle> titles) {}

  /**
   * @param fields of a changed title those that differed, by commas
   */
  record ReportedTitle(
      String kind,
      long tmdbId,
      String state,
      @Nullable Long titleId,
      @Nullable String title,
      @Nullable String fields,
      @Nullable String reason) {}
}
