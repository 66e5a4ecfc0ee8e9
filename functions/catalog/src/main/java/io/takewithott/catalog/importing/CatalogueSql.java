package io.takewithott.catalog.importing;

import io.takewithott.catalog.tmdb.Providers;
import java.util.List;

/**
 * What is asked and written of titles, a batch a statement. Rows come as JSON; what hangs on a
 * title is written only where its list is given, and what is there already is not written again.
 */
final class CatalogueSql {
  /** Of titles that TMDB brought; their key is the kind and its number. */
  static final String SOURCE = "tmdb";

  /** Who says where a title can be watched. */
  static final String OFFER_SOURCE = "TMDB (JustWatch)";

  private static final String SERVICES = "('" + String.join("','", Providers.KNOWN) + "')";

  private static final String FACTS =
      """
      json_build_object(
        'title', t.title, 'original_title', t.original_title, 'english_title', t.english_title,
        'year', t.year, 'release_date', t.release_date, 'runtime_minutes', t.runtime_minutes,
        'age_rating', t.age_rating, 'countries', t.countries,
        'synopsis', left(t.synopsis, 4000), 'synopsis_english', left(t.synopsis_english, 4000),
        'poster_key', t.poster_key, 'poster_path', t.poster_path, 'backdrop_path', t.backdrop_path,
        'genres', (select coalesce(json_agg(g.genre order by g.position), '[]')
                     from title_genres g where g.title_id = t.title_id),
        'keywords', (select coalesce(json_agg(k.keyword), '[]')
                       from title_keywords k where k.title_id = t.title_id),
        'credits', (select coalesce(json_agg(json_build_object('role', c.role, 'position', c.position,
                             'name', p.name, 'original', p.original_name)
                             order by c.role desc, c.position), '[]')
                      from credits c join people p on p.person_id = c.person_id
                     where c.title_id = t.title_id),
        'services', (select coalesce(json_agg(s.service), '[]') from title_services s
      """
          + "where s.title_id = t.title_id and s.service in "
          + SERVICES
          + """
      ),
        'clips', (select coalesce(json_agg(json_build_object('kind', v.kind, 'key', v.key, 'name', v.name,
                           'language', v.language, 'position', v.position) order by v.position, v.key), '[]')
                    from clips v where v.title_id = t.title_id and v.site = 'youtube')
      )::text as facts_json
      """;

  /**
   * By the link; by IMDb's number; and where neither is noted, by its original name, its year and a
   * director, if exactly one title of ours has all three.
   */
  static final String KNOWN =
      """
      select r.kind, r.id as tmdb_id, t.title_id, t.source, l.title_id is not null as linked,
             exists (select from tmdb_titles x where x.kind = r.kind and x.tmdb_id = r.id
                        and x.gone_at is not null) as gone,
      """
          + FACTS
          + """
            from jsonb_to_recordset(cast(:rows as jsonb)) as r
              (kind text, id bigint, imdb text, original text, year integer, directors jsonb)
            left join title_links l on l.site = 'tmdb-' || r.kind and l.key = r.id::text
            cross join lateral (select coalesce(l.title_id,
              (select i.title_id from title_links i join titles t on t.title_id = i.title_id
                where i.site = 'imdb' and i.key = r.imdb and t.kind = r.kind
                  and not exists (select from title_links o
                                   where o.title_id = i.title_id and o.site = 'tmdb-' || r.kind)),
              (select min(t.title_id) from titles t
                where lower(left(t.original_title, 300)) = lower(r.original) and t.year = r.year
                  and t.kind = r.kind
                  and not exists (select from title_links o
                                   where o.title_id = t.title_id and o.site = 'tmdb-' || r.kind)
                  and exists (select from credits c join people p on p.person_id = c.person_id
                               where c.title_id = t.title_id and c.role = 'director'
                                 and (r.directors @> to_jsonb(p.name)
                                      or r.directors @> to_jsonb(p.original_name)))
                having count(*) = 1)) as title_id) m
            join titles t on t.title_id = m.title_id
          """;

  private static final String ROWS =
      """
      jsonb_to_recordset(cast(:rows as jsonb)) as r
        (kind text, id bigint, "titleId" bigint, imdb text, columns boolean, title text, original text,
         english text, year integer, released date, runtime integer, age text, countries text,
         synopsis text, "synopsisEnglish" text, "posterKey" text, "posterPath" text,
         "backdropPath" text, genres jsonb, keywords jsonb, credits jsonb, services jsonb, clips jsonb)
      """;

  private static final String LINKED =
      ROWS + " join title_links l on l.site = 'tmdb-' || r.kind and l.key = r.id::text ";

  static final String ADD_TITLES =
      """
      insert into titles
        (kind, title, original_title, english_title, year, release_date, runtime_minutes, age_rating,
         countries, synopsis, synopsis_english, poster_key, poster_path, backdrop_path, source, source_key)
      select r.kind, r.title, r.original, r.english, r.year, r.released, r.runtime, r.age,
             r.countries, r.synopsis, r."synopsisEnglish", r."posterKey", r."posterPath",
             r."backdropPath", 'tmdb', r.kind || '-' || r.id
        from
      """
          + ROWS
          + " where r.\"titleId\" is null order by r.kind, r.id"
          + " on conflict (source, source_key) do nothing";

  static final String LINK =
      "with known as (select r.kind, r.id, r.imdb, coalesce(r.\"titleId\", (select n.title_id from titles n"
          + " where n.source = 'tmdb' and n.source_key = r.kind || '-' || r.id)) as title_id from "
          + ROWS
          + """
            )
            insert into title_links (title_id, site, key)
            select title_id, 'tmdb-' || kind, id::text from known
            union all
            select title_id, 'imdb', imdb from known where imdb is not null
            on conflict do nothing
            """;

  /** A title from elsewhere keeps its texts; they may be longer than what was compared. */
  static final String CHANGE_TITLES =
      """
      update titles t
         set title = r.title, original_title = r.original, english_title = r.english, year = r.year,
             release_date = r.released, runtime_minutes = r.runtime, age_rating = r.age,
             countries = r.countries,
             synopsis = case when t.source = 'tmdb' then r.synopsis
                             else coalesce(t.synopsis, r.synopsis) end,
             synopsis_english = case when t.source = 'tmdb' then r."synopsisEnglish"
                                     else coalesce(t.synopsis_english, r."synopsisEnglish") end,
             poster_key = r."posterKey", poster_path = r."posterPath", backdrop_path = r."backdropPath"
        from
      """
          + LINKED
          + " where t.title_id = l.title_id and r.\"titleId\" is not null and r.columns";

  static final List<String> GENRES =
      List.of(
          "delete from title_genres g using "
              + LINKED
              + """
                where g.title_id = l.title_id and r.genres is not null and not exists (
                  select from jsonb_array_elements_text(r.genres) as e (genre) where e.genre = g.genre)
                """,
          "insert into title_genres (title_id, genre, position) select l.title_id, e.genre, e.position from "
              + LINKED
              + """
                cross join lateral jsonb_array_elements_text(r.genres) with ordinality as e (genre, position)
                on conflict (title_id, genre) do update set position = excluded.position
                """);

  static final List<String> KEYWORDS =
      List.of(
          "delete from title_keywords k using "
              + LINKED
              + """
                where k.title_id = l.title_id and r.keywords is not null and not exists (
                  select from jsonb_array_elements_text(r.keywords) as e (keyword) where e.keyword = k.keyword)
                """,
          "insert into title_keywords (title_id, keyword) select l.title_id, e.keyword from "
              + LINKED
              + """
                cross join lateral jsonb_array_elements_text(r.keywords) as e (keyword)
                on conflict do nothing
                """);

  static final List<String> CREDITS =
      List.of(
          "insert into people (name, original_name) select distinct e.name, e.original from "
              + ROWS
              + """
                cross join lateral jsonb_to_recordset(r.credits) as e (name text, original text)
                where not exists (
                  select from people p where p.name = e.name and p.original_name = e.original)
                order by 1, 2
                on conflict do nothing
                """,
          "delete from credits c using people p, "
              + LINKED
              + """
                where c.title_id = l.title_id and p.person_id = c.person_id and r.credits is not null
                  and not exists (
                    select from jsonb_to_recordset(r.credits)
                      as e (role text, position smallint, name text, original text)
                    where e.role = c.role and e.position = c.position
                      and e.name = p.name and e.original = p.original_name)
                """,
          "insert into credits (title_id, person_id, role, position)"
              + " select l.title_id, p.person_id, e.role, e.position from "
              + LINKED
              + """
                cross join lateral jsonb_to_recordset(r.credits)
                  as e (role text, position smallint, name text, original text)
                join people p on p.name = e.name and p.original_name = e.original
                on conflict do nothing
                """);

  /** What TMDB says nothing of (TVING, Coupang Play) stays as others said. */
  static final List<String> OFFERS =
      List.of(
          "delete from title_services s using "
              + LINKED
              + " where s.title_id = l.title_id and r.services is not null and s.service in "
              + SERVICES
              + """
                 and not exists (
                  select from jsonb_array_elements_text(r.services) as e (service) where e.service = s.service)
                """,
          "insert into title_services (title_id, service, as_of, source)"
              + " select l.title_id, e.service, :today, :offerSource from "
              + LINKED
              + """
                cross join lateral jsonb_array_elements_text(r.services) as e (service)
                on conflict do nothing
                """);

  static final List<String> CLIPS =
      List.of(
          "delete from clips v using "
              + LINKED
              + """
                where v.title_id = l.title_id and v.site = 'youtube' and r.clips is not null and not exists (
                  select from jsonb_to_recordset(r.clips) as e (key text) where e.key = v.key)
                """,
          "insert into clips (title_id, kind, site, key, name, language, position)"
              + " select l.title_id, e.kind, 'youtube', e.key, e.name, e.language, e.position from "
              + LINKED
              + """
                cross join lateral jsonb_to_recordset(r.clips)
                  as e (kind text, key text, name text, language text, position smallint)
                on conflict (title_id, site, key) do update
                  set kind = excluded.kind, name = excluded.name, language = excluded.language,
                      position = excluded.position
                """);

  /** What was read, and when; what could not be read is remembered until it can. */
  static final String CHECKED =
      """
      insert into tmdb_titles as k (kind, tmdb_id, checked_at, gone_at, failure)
      select r.kind, r.id, case when r.failure is null then to_timestamp(:now) end,
             case when r.gone then to_timestamp(:now) end, r.failure
        from jsonb_to_recordset(cast(:rows as jsonb)) as r (kind text, id bigint, gone boolean, failure text)
       order by r.kind, r.id
      on conflict (kind, tmdb_id) do update
        set checked_at = coalesce(excluded.checked_at, k.checked_at),
            gone_at = case when excluded.failure is not null then k.gone_at
                           when excluded.gone_at is not null then coalesce(k.gone_at, excluded.gone_at) end,
            failure = excluded.failure
      """;

  private CatalogueSql() {}
}
