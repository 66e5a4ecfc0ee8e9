package io.takewithott.catalog.importing;

/** Runs in the database: opened by anybody, worked at by whoever holds the lease. */
final class RunSql {
  /** At most one is open. */
  static final String OPEN =
      """
      insert into tmdb_runs (mode, dry, asked_by, asked_at)
      values (:mode, :dry, :askedBy, to_timestamp(:now))
      on conflict do nothing
      returning run_id
      """;

  static final String TAKE =
      """
      with open as (
        select run_id from tmdb_runs
         where finished_at is null and (lease_until is null or lease_until <= to_timestamp(:now))
         for update)
      update tmdb_runs r
         set lease_holder = :holder, lease_until = to_timestamp(:until), invocations = r.invocations + 1
        from open where r.run_id = open.run_id
      returning r.run_id, r.mode, r.dry, r.state, r.changes_from::text as changes_from,
                r.changes_to::text as changes_to,
                (extract(epoch from r.not_before) * 1000)::bigint as not_before_millis
      """;

  /** The start of every write of a run: whoever has lost the lease writes nothing. */
  private static final String MINE =
      " where run_id = :run and lease_holder = :holder and finished_at is null";

  static final String KEEP =
      """
      update tmdb_runs
         set lease_until = to_timestamp(:until), calls = calls + :calls, throttled = throttled + :throttled,
             repeated = repeated + :repeated, added = added + :added, changed = changed + :changed,
             unchanged = unchanged + :unchanged, vanished = vanished + :vanished,
             absent = absent + :absent, refused = refused + :refused, failed = failed + :failed
      """
          + MINE;

  static final String CLOSE_DOOR =
      """
      update tmdb_runs
         set not_before = greatest(not_before, to_timestamp(:notBefore)),
             lease_until = greatest(lease_until, to_timestamp(:until))
      """
          + MINE;

  static final String RELEASE = "update tmdb_runs set lease_until = null" + MINE;

  static final String FINISH =
      """
      update tmdb_runs
         set state = :state, reason = :reason, finished_at = to_timestamp(:now),
             started_at = coalesce(started_at, to_timestamp(:now)), lease_until = null
      """
          + MINE
          + " returning added, changed";

  /** For a run that nobody can work at: there are no credentials. */
  static final String SWITCH_OFF =
      """
      update tmdb_runs
         set state = 'off', reason = 'there are no credentials', finished_at = to_timestamp(:now),
             started_at = coalesce(started_at, to_timestamp(:now)), lease_until = null
       where finished_at is null and (lease_until is null or lease_until <= to_timestamp(:now))
      """;

  /** When the last run began that read everything it was to read of the changes. */
  static final String LAST =
      """
      select (extract(epoch from max(r.started_at)) * 1000)::bigint as millis
        from tmdb_runs r
       where r.state = 'done' and not r.dry
         and not exists (select from tmdb_run_pages p
                          where p.run_id = r.run_id and p.state = 'failed' and p.list like '%-changes')
      """;

  static final String START =
      """
      update tmdb_runs
         set mode = :mode, state = 'running', started_at = to_timestamp(:now),
             changes_from = cast(:changesFrom as date), changes_to = cast(:changesTo as date),
             lease_until = to_timestamp(:until)
      """
          + MINE;

  static final String FIRST_PAGES =
      """
      insert into tmdb_run_pages (run_id, list, page)
      select :run, r.list, 1 from jsonb_to_recordset(cast(:rows as jsonb)) as r (list text)
      on conflict do nothing
      """;

  /** Pages that the run before could not read. */
  static final String PAGES_LEFT_OVER =
      """
      insert into tmdb_run_pages (run_id, list, page)
      select :run, p.list, p.page from tmdb_run_pages p
       where p.state = 'failed' and p.list not like '%-changes'
         and p.run_id = (select max(run_id) from tmdb_runs where state = 'done' and not dry)
      on conflict do nothing
      """;

  static final String TITLES_LEFT_OVER =
      """
      insert into tmdb_run_titles (run_id, kind, tmdb_id)
      select :run, kind, tmdb_id from tmdb_titles where failure is not null
      on conflict do nothing
      """;

  static final String TITLES_TO_CHECK =
      """
      insert into tmdb_run_titles (run_id, kind, tmdb_id)
      select :run, kind, tmdb_id from tmdb_titles
       where checked_at < to_timestamp(:before)
       order by checked_at, kind, tmdb_id limit :most
      on conflict do nothing
      """;

  static final String NEXT_PAGES =
      """
      select list, page, tries from tmdb_run_pages where run_id = :run and state = 'waiting'
       order by tries, list, page limit :most
      """;

  /** Of changes what is known, of the first pages what is new, else everything. */
  static final String LISTED =
      """
      insert into tmdb_run_titles (run_id, kind, tmdb_id)
      select :run, r.kind, r.id
        from jsonb_to_recordset(cast(:rows as jsonb)) as r (kind text, id bigint, rule text)
        left join tmdb_titles k on k.kind = r.kind and k.tmdb_id = r.id
       where r.rule = 'all' or (r.rule = 'known') = (k.tmdb_id is not null)
       order by r.kind, r.id
      on conflict do nothing
      """;

  static final String PAGES_READ =
      """
      update tmdb_run_pages p set state = r.state, tries = p.tries + 1
        from jsonb_to_recordset(cast(:rows as jsonb)) as r (list text, page integer, state text)
       where p.run_id = :run and p.list = r.list and p.page = r.page
      """;

  static final String MORE_PAGES =
      """
      insert into tmdb_run_pages (run_id, list, page)
      select :run, r.list, n
        from jsonb_to_recordset(cast(:rows as jsonb)) as r (list text, page integer, pages integer)
       cross join lateral generate_series(2, r.pages) n
       where r.page = 1
      on conflict do nothing
      """;

  static final String NEXT_TITLES =
      """
      select kind, tmdb_id from tmdb_run_titles where run_id = :run and state = 'waiting'
       order by kind, tmdb_id limit :most
      """;

  static final String OUTCOMES =
      """
      update tmdb_run_titles w
         set state = r.state, title = r.title, fields = r.fields, reason = r.reason,
             title_id = coalesce(r."titleId", (select l.title_id from title_links l
               where l.site = 'tmdb-' || r.kind and l.key = r.id::text))
        from jsonb_to_recordset(cast(:rows as jsonb)) as r
          (kind text, id bigint, state text, "titleId" bigint, title text, fields text, reason text)
       where w.run_id = :run and w.kind = r.kind and w.tmdb_id = r.id and w.state = 'waiting'
      """;

  /** The report tells of what is otherwise; how many are as they were is counted. */
  static final String FORGET_UNCHANGED =
      "delete from tmdb_run_titles where run_id = :run and state in ('unchanged', 'absent')";

  /** But never the one from which the next changes are counted. */
  static final String FORGET_OLD_RUNS =
      """
      delete from tmdb_runs
       where finished_at is not null
         and run_id not in (select run_id from tmdb_runs order by run_id desc limit :kept)
         and run_id <> coalesce((select max(run_id) from tmdb_runs where state = 'done' and not dry), 0)
      """;

  private RunSql() {}
}
