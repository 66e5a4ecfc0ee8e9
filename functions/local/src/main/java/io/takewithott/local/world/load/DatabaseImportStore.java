package io.takewithott.local.world.load;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.database.Statements;
import io.takewithott.core.json.Json;
import io.takewithott.local.world.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Imports in PostgreSQL. Each statement unfolds a JSON array, compares with what is there and
 * passes on only rows that differ, so a repetition writes nothing. (A condition on the update
 * itself would still lock, and so write, every row.)
 */
final class DatabaseImportStore implements ImportStore {
  private static final String FINISHED =
      "select source from imports where digest = :digest and finished_at is not null limit 1";

  private static final String BEGIN =
      """
      insert into imports (source, format, digest)
      values (:source, :format, :digest)
      on conflict (source) do update
        set format = excluded.format, digest = excluded.digest, progress = 0,
            started_at = now(), finished_at = null
        where imports.digest <> excluded.digest
      """;

  private static final String PROGRESS = "select progress from imports where source = :source";

  private static final String FINISH =
      "update imports set finished_at = now() where source = :source and finished_at is null";

  /** Else what comes after many rows is planned for empty tables. */
  private static final List<String> REFRESH_STATISTICS =
      List.of("analyze titles", "analyze title_stats", "analyze users", "analyze ratings");

  private static final String SERVICES =
      """
      insert into services (service, name)
      select r.service, r.name
      from jsonb_to_recordset(cast(:rows as jsonb)) as r (service text, name text)
      where not exists (
        select from services s where s.service = r.service and s.name = r.name)
      on conflict (service) do update set name = excluded.name
      """;

  private static final String TITLES =
      """
      insert into titles
        (title_id, title, original_title, english_title, year, release_date, runtime_minutes,
         age_rating, countries, synopsis, synopsis_english, source, source_key)
      select coalesce(t.title_id, r.id, nextval(pg_get_serial_sequence('titles', 'title_id'))),
             r.title, r.original, r.english, r.year, r.released, r.runtime, r.age,
             r.countries, r.synopsis, r."synopsisEnglish", :source, r.key
      from jsonb_to_recordset(cast(:rows as jsonb)) as r
        (id bigint, key text, title text, original text, english text, year integer,
         released date, runtime integer, age text, countries text, synopsis text,
         "synopsisEnglish" text)
      left join titles t on t.source = :source and t.source_key = r.key
      where t.title_id is null
        or (t.title, t.original_title, t.english_title, t.year, t.release_date, t.runtime_minutes,
            t.age_rating, t.countries, t.synopsis, t.synopsis_english)
          is distinct from
           (r.title, r.original, r.english, r.year, r.released, r.runtime, r.age,
            r.countries, r.synopsis, r."synopsisEnglish")
      on conflict (source, source_key) do update
        set title = excluded.title, original_title = excluded.original_title,
            english_title = excluded.english_title, year = excluded.year,
            release_date = excluded.release_date, runtime_minutes = excluded.runtime_minutes,
            age_rating = excluded.age_rating, countries = excluded.countries,
            synopsis = excluded.synopsis,
            synopsis_english = excluded.synopsis_english
      """;

  /** What hangs on a title: for each kind what is no longer so goes, then what is new comes. */
  private static final List<String> TITLE_DETAILS =
      List.of(
          """
          delete from title_genres g
          using titles t, jsonb_to_recordset(cast(:rows as jsonb)) as r (key text, genres jsonb)
          where t.source = :source and t.source_key = r.key and g.title_id = t.title_id
            and not exists (
              select from jsonb_array_elements_text(r.genres) as e (genre) where e.genre = g.genre)
          """,
          """
          insert into title_genres (title_id, genre, position)
          select t.title_id, e.genre, e.position
          from jsonb_to_recordset(cast(:rows as jsonb)) as r (key text, genres jsonb)
          join titles t on t.source = :source and t.source_key = r.key
          cross join lateral jsonb_array_elements_text(r.genres) with ordinality as e (genre, position)
          where not exists (
            select from title_genres g
            where g.title_id = t.title_id and g.genre = e.genre and g.position = e.position)
          on conflict (title_id, genre) do update set position = excluded.position
          """,
          """
          delete from title_keywords k
          using titles t, jsonb_to_recordset(cast(:rows as jsonb)) as r (key text, keywords jsonb)
          where t.source = :source and t.source_key = r.key and k.title_id = t.title_id
            and not exists (
              select from jsonb_array_elements_text(r.keywords) as e (keyword)
              where e.keyword = k.keyword)
          """,
          """
          insert into title_keywords (title_id, keyword)
          select t.title_id, e.keyword
          from jsonb_to_recordset(cast(:rows as jsonb)) as r (key text, keywords jsonb)
          join titles t on t.source = :source and t.source_key = r.key
          cross join lateral jsonb_array_elements_text(r.keywords) as e (keyword)
          on conflict do nothing
          """,
          """
          delete from famous_lines l
          using titles t, jsonb_to_recordset(cast(:rows as jsonb)) as r (key text, lines jsonb)
          where t.source = :source and t.source_key = r.key and l.title_id = t.title_id
            and not l.suggested
            and not exists (
              select from jsonb_to_recordset(r.lines) as e (text text) where e.text = l.line)
          """,
          """
          insert into famous_lines (title_id, line, speaker)
          select t.title_id, e.text, e.speaker
          from jsonb_to_recordset(cast(:rows as jsonb)) as r (key text, lines jsonb)
          join titles t on t.source = :source and t.source_key = r.key
          cross join lateral jsonb_to_recordset(r.lines) as e (text text, speaker text)
          where not exists (
            select from famous_lines l
            where l.title_id = t.title_id and l.line = e.text
              and l.speaker is not distinct from e.speaker)
          on conflict (title_id, line) do update set speaker = excluded.speaker
          """,
          """
          insert into people (name, original_name)
          select distinct e.name, e.original
          from jsonb_to_recordset(cast(:rows as jsonb)) as r (key text, credits jsonb)
          cross join lateral jsonb_to_recordset(r.credits) as e (name text, original text)
          where not exists (
            select from people p where p.name = e.name and p.original_name = e.original)
          order by 1, 2
          on conflict do nothing
          """,
          """
          delete from credits c
          using titles t, people p,
            jsonb_to_recordset(cast(:rows as jsonb)) as r (key text, credits jsonb)
          where t.source = :source and t.source_key = r.key and c.title_id = t.title_id
            and p.person_id = c.person_id
            and not exists (
              select from jsonb_to_recordset(r.credits)
                as e (role text, position smallint, name text, original text)
              where e.role = c.role and e.position = c.position
                and e.name = p.name and e.original = p.original_name)
          """,
          """
          insert into credits (title_id, person_id, role, position)
          select t.title_id, p.person_id, e.role, e.position
          from jsonb_to_recordset(cast(:rows as jsonb)) as r (key text, credits jsonb)
          join titles t on t.source = :source and t.source_key = r.key
          cross join lateral jsonb_to_recordset(r.credits)
            as e (role text, position smallint, name text, original text)
          join people p on p.name = e.name and p.original_name = e.original
          on conflict do nothing
          """);

  private static final String SERVICES_GONE =
      """
      delete from title_services s
      using titles t, jsonb_to_recordset(cast(:rows as jsonb)) as r (key text, services jsonb)
      where t.source = :source and t.source_key = r.key and s.title_id = t.title_id
        and not exists (
          select from jsonb_array_elements_text(r.services) as e (service)
          where e.service = s.service)
      """;

  private static final String SERVICES_NEW =
      """
      insert into title_services (title_id, service, as_of)
      select t.title_id, e.service, :as_of
      from jsonb_to_recordset(cast(:rows as jsonb)) as r (key text, services jsonb)
      join titles t on t.source = :source and t.source_key = r.key
      cross join lateral jsonb_array_elements_text(r.services) as e (service)
      where not exists (
        select from title_services s
        where s.title_id = t.title_id and s.service = e.service and s.as_of = :as_of)
      on conflict (title_id, service) do update set as_of = excluded.as_of
      """;

  private static final String LINKS =
      """
      insert into title_links (title_id, site, key)
      select t.title_id, r.site, r.link
      from jsonb_to_recordset(cast(:rows as jsonb)) as r (key text, site text, link text)
      join titles t on t.source = :source and t.source_key = r.key
      where r.link ~ case r.site when 'imdb' then '^tt[0-9]{5,12}$' else '^[1-9][0-9]{0,9}$' end
      on conflict do nothing
      """;

  private static final String VIEWERS =
      """
      insert into users (user_id, nickname, source, source_key)
      select coalesce(u.user_id, r.id, nextval(pg_get_serial_sequence('users', 'user_id'))),
             r.nickname, :source, r.key
      from jsonb_to_recordset(cast(:rows as jsonb)) as r (id bigint, key text, nickname text)
      left join users u on u.source = :source and u.source_key = r.key
      where u.user_id is null or u.nickname <> r.nickname
      on conflict (source, source_key) do update set nickname = excluded.nickname
      """;

  private static final String RATINGS =
      """
      with incoming as (
        select u.user_id, t.title_id, r.s as half_stars, to_timestamp(r.at) as rated_at
        from jsonb_to_recordset(cast(:rows as jsonb)) as r (u text, t text, s smallint, at bigint)
        join users u on u.source = :source and u.source_key = r.u
        join titles t on t.source = :source and t.source_key = r.t
      ), written as (
        insert into ratings (user_id, title_id, half_stars, rated_at)
        select i.user_id, i.title_id, i.half_stars, i.rated_at
        from incoming i
        left join ratings r on r.user_id = i.user_id and r.title_id = i.title_id
        where r.user_id is null
          or (r.half_stars, r.rated_at) is distinct from (i.half_stars, i.rated_at)
        order by i.user_id, i.title_id
        on conflict (user_id, title_id) do update
          set half_stars = excluded.half_stars, rated_at = excluded.rated_at
        returning 1
      ), progressed as (
        update imports set progress = :progress where source = :source returning 1
      )
      select (select count(*) from incoming) as found,
             (select count(*) from written) as written,
             (select count(*) from progressed) as progressed
      """;

  private final Database database;

  DatabaseImportStore(Database database) {
    this.database = database;
  }

  private record SourceRow(String source) {}

  private record ProgressRow(long progress) {}

  private record RatingsRow(long found, long written, long progressed) {}

  @Override
  public Optional<String> finishedSource(String digest) {
    return database
        .readOne(Sql.of(FINISHED).bind("digest", digest), SourceRow.class)
        .map(SourceRow::source);
  }

  @Override
  public long begin(String source, String format, String digest) {
    database.write(
        Sql.of(BEGIN).bind("source", source).bind("format", format).bind("digest", digest));
    return database
        .readOne(Sql.of(PROGRESS).bind("source", source), ProgressRow.class)
        .orElseThrow()
        .progress();
  }

  @Override
  public void storeServices(List<Service> services) {
    if (!services.isEmpty()) {
      database.write(Sql.of(SERVICES).bindJson("rows", Json.text(services)));
    }
  }

  @Override
  public long storeTitles(String source, JsonChunk titles, LocalDate availabilityAsOf) {
    return database.inTransaction(
        transaction -> {
          long written = write(transaction, TITLES, source, titles);
          for (String statement : TITLE_DETAILS) {
            write(transaction, statement, source, titles);
          }
          write(transaction, SERVICES_GONE, source, titles);
          transaction.write(
              statement(SERVICES_NEW, source, titles).bind("as_of", availabilityAsOf));
          return written;
        });
  }

  @Override
  public void storeLinks(String source, JsonChunk links) {
    write(database, LINKS, source, links);
  }

  @Override
  public long storeViewers(String source, JsonChunk viewers) {
    return write(database, VIEWERS, source, viewers);
  }

  @Override
  public long storeRatings(String source, JsonChunk ratings, long progress) {
    return database.inTransaction(
        transaction -> {
          RatingsRow row =
              transaction
                  .writeOne(
                      statement(RATINGS, source, ratings).bind("progress", progress),
                      RatingsRow.class)
                  .orElseThrow();
          if (row.found() != ratings.rows() || row.progressed() != 1) {
            throw new IllegalStateException(
                "Only %d of %d ratings found their viewer and title: was %s removed meanwhile?"
                    .formatted(row.found(), ratings.rows(), source));
          }
          return row.written();
        });
  }

  @Override
  public void finish(String source) {
    database.write(Sql.of(FINISH).bind("source", source));
    refreshStatistics();
  }

  @Override
  public void refreshStatistics() {
    for (String statement : REFRESH_STATISTICS) {
      database.write(Sql.of(statement));
    }
  }

  private static long write(Statements statements, String sql, String source, JsonChunk rows) {
    return statements.write(statement(sql, source, rows));
  }

  private static Sql statement(String sql, String source, JsonChunk rows) {
    return Sql.of(sql).bindJson("rows", rows.json()).bind("source", source);
  }
}
