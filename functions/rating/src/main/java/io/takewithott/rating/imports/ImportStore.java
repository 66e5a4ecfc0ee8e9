package io.takewithott.rating.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.AppException;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.json.Json;
import io.takewithott.core.limits.RateLimits;
import io.takewithott.core.session.LiveSession;
import io.takewithott.core.taste.CountedChange;
import io.takewithott.rating.limits.RatingLimit;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Imports in the database: what a file became before, which titles it means, and storing them. */
final class ImportStore {
  private static final String BEGIN =
      """
      , caller as (
        select u.user_id from users u, gate g
         where g.allowed and u.user_id = :userId and u.deleted_at is null and %s)
      select g.allowed, g.wait_seconds, exists (select 1 from caller) as live,
             coalesce((select u.taste_version from users u join caller using (user_id)), 0) as taste_version,
             coalesce((select i.report from rating_imports i join caller using (user_id)
                        where i.digest = :digest), 'null') as report_json
        from gate g
      """
          .formatted(LiveSession.IS_LIVE);

  /** Every name of a title as one key, as {@link TitleKey} makes it, and in lower case. */
  private static final String MATCH =
      """
      with wanted as (
        select w.line, lower(w.title) as title, lower(w.original) as original, w.imdb, w.movie
          from json_to_recordset(:rows::json)
            as w (line integer, title text, original text, imdb text, movie text)),
      named as (
        select t.title_id, t.year, lower(translate(normalize(n.name, NFKC), :leftOut, '')) as key
          from titles t cross join lateral (
            select distinct name from (values (t.title), (t.original_title), (t.english_title)) v (name)
             where name is not null) n),
      found as (
        select distinct w.line, n.title_id, n.year, false as exact
          from wanted w join named n on n.key in (w.title, w.original)
        union
        select w.line, t.title_id, t.year, true
          from wanted w join titles t
            on (w.imdb is not null and t.source ilike any (array['imdb%', 'movietweetings%'])
                and ltrim(t.source_key, 't0') = w.imdb)
            or (w.movie is not null and t.source ilike any (array['ml-%', 'movielens%'])
                and t.source_key = w.movie))
      select string_agg(concat_ws(' ', line, title_id, coalesce(year, 0), exact::integer), ';'
                        order by line, title_id) as packed
        from (select f.*, (row_number() over (order by line, title_id) - 1) / 1000 as part
                from (select *, row_number() over (partition by line order by exact desc, title_id) as n from found) f
               where n <= 10) parts
       group by part order by part
      """;

  private static final String STORE =
      """
      with given as (
        select split_part(e, ' ', 1)::bigint as title_id, split_part(e, ' ', 2)::smallint as half_stars,
               to_timestamp(least(nullif(split_part(e, ' ', 3), '')::float8, :now)) as rated_at
          from unnest(string_to_array(:ratings, ';')) e where e <> ''),
      before as (
        select r.title_id, r.half_stars from ratings r join given g using (title_id)
         where r.user_id = :userId and r.half_stars is not null),
      written as (
        insert into ratings (user_id, title_id, half_stars, rated_at, previous_half_stars)
        select :userId, g.title_id, g.half_stars, coalesce(g.rated_at, to_timestamp(:now)), 0
          from given g join titles t using (title_id) order by g.title_id
        on conflict (user_id, title_id) do update
          set previous_half_stars = coalesce(ratings.half_stars, 0),
              half_stars = excluded.half_stars, rated_at = excluded.rated_at
          where ratings.half_stars is null
             or (:replace and ratings.half_stars <> excluded.half_stars)
        returning title_id)
      """
          + CountedChange.PARTS
          + """
          , outcome as (
            select (select count(*) from written w where not exists (select 1 from before b where b.title_id = w.title_id)) as added,
                   (select count(*) from written w where exists (select 1 from before b where b.title_id = w.title_id)) as changed,
                   (select count(*) from before b where not exists (select 1 from written w where w.title_id = b.title_id)) as kept),
          kept_report as (
            insert into rating_imports (user_id, digest, imported_at, report)
            select :userId, :digest, to_timestamp(:now),
                   (:report::jsonb || jsonb_build_object('added', added, 'changed', changed, 'kept', kept))::text
              from outcome
            on conflict do nothing)
          select o.added, o.changed, o.kept,
          """
          + CountedChange.COLUMNS
          + " from outcome o";

  private final Database database;
  private final RateLimits limits;
  private final InstantSource clock;

  ImportStore(Database database, RateLimits limits, InstantSource clock) {
    this.database = database;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Takes an attempt; answers the report of the same file if it was imported before.
   *
   * @throws AppException TOO_MANY_REQUESTS, UNAUTHENTICATED
   */
  Begun begin(Caller caller, String digest) {
    Sql sql =
        limits
            .gated(List.of(RatingLimit.IMPORT_ACCOUNT.of(caller.userId())), BEGIN)
            .bind("userId", caller.userId())
            .bind("sessionId", caller.sessionId())
            .bind("digest", digest);
    Begun begun = database.writeOne(sql, Begun.class).orElseThrow();
    RateLimits.require(begun.allowed, begun.waitSeconds);
    if (!begun.live) {
      throw LiveSession.loggedOut();
    }
    return begun;
  }

  /** Packed lines {@code line title-id year exact}, for rows of one call. */
  List<String> candidates(List<RatedRow> rows) {
    List<Map<String, Object>> wanted = rows.stream().map(ImportStore::wanted).toList();
    return database
        .read(
            Sql.of(MATCH).bind("rows", Json.text(wanted)).bind("leftOut", TitleKey.LEFT_OUT),
            Packed.class)
        .stream()
        .map(Packed::packed)
        .toList();
  }

  private static Map<String, Object> wanted(RatedRow row) {
    Map<String, Object> wanted = new java.util.HashMap<>();
    wanted.put("line", row.line());
    putKey(wanted, "title", TitleKey.of(row.title()));
    putKey(wanted, "original", TitleKey.of(row.originalTitle()));
    putKey(wanted, "imdb", row.imdbId());
    putKey(wanted, "movie", row.movieId());
    return wanted;
  }

  private static void putKey(Map<String, Object> wanted, String name, @Nullable String key) {
    if (key != null) {
      wanted.put(name, key);
    }
  }

  /**
   * Stores what was matched and the report, all or nothing, as one change of taste.
   *
   * @param replace whether it wins over what the member said here
   */
  Stored store(
      long userId, String digest, Iterable<Matched> matched, boolean replace, Object report) {
    String ratings =
        java.util.stream.StreamSupport.stream(matched.spliterator(), false)
            .map(Matched::packed)
            .collect(Collectors.joining(";"));
    return database
        .writeOne(
            Sql.of(STORE)
                .bind("userId", userId)
                .bind("digest", digest)
                .bind("ratings", ratings)
                .bind("replace", replace)
                .bind("report", Json.text(report))
                .bindSeconds("now", clock.instant()),
            Stored.class)
        .orElseThrow();
  }

  /**
   * @param report null in JSON where the file is new
   */
  record Begun(
      boolean allowed,
      long waitSeconds,
      boolean live,
      long tasteVersion,
      @Nullable JsonNode report) {}

  record Packed(String packed) {}

  /** A title that a line means, with its rating. */
  record Matched(long titleId, int halfStars, @Nullable Long ratedAtSeconds) {
    String packed() {
      return titleId + " " + halfStars + " " + (ratedAtSeconds == null ? "" : ratedAtSeconds);
    }
  }

  /** How many ratings are new, were replaced, and stood. */
  record Stored(int added, int changed, int kept, @Nullable Long tasteVersion, boolean inBurst) {}
}
