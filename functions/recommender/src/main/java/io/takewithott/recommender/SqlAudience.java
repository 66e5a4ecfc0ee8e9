package io.takewithott.recommender;

import io.takewithott.core.database.Sql;
import io.takewithott.core.database.Statements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Users over the Data API, a line each: {@code user taste-version epoch-seconds age-band picks
 * dismissed unrated}, the ids of titles separated by commas. The database packs lines into rows of
 * text below the Data API's 64 KB, a semicolon between two, and ends a page before 1 MiB; a line
 * has at most 59 KB.
 */
final class SqlAudience implements Audience {
  private static final int USERS_A_PAGE = 7500;
  private static final int BYTES_A_ROW = 4_000;
  private static final int BYTES_A_PAGE = 600_000;

  /** A million pages of users who dismissed as much as they can. */
  private static final int MOST_PAGES = 1_000_000;

  private static final String PAGE =
      """
      select string_agg(line, ';' order by user_id) as packed
      from (select user_id, line, bytes, div(bytes, :rowBytes) as part
            from (select user_id, line, sum(length(line) + 1) over (order by user_id) as bytes
                  from (select u.user_id,
                               concat(user_id, ' ', taste_version, ' ', coalesce(picked, 0), ' ',
                                      coalesce(age_band, ''), ' ', picks, ' ', dismissed, ' ', unrated) as line
                        from (select user_id, taste_version, age_band
                              from users
                              where user_id > :after and user_id <= :last
                                and (:everyone or email is not null
                                     or exists (select 1 from identities i where i.user_id = users.user_id))
                              order by user_id limit :pageSize) u
                        left join lateral (
                          select extract(epoch from max(picked_at))::bigint as picked,
                                 string_agg(title_id::text, ',' order by position) as picks
                          from picks where picks.user_id = u.user_id) p on true
                        left join lateral (
                          select string_agg(title_id::text, ',') as dismissed
                          from (select title_id from dismissed_titles where user_id = u.user_id
                                order by dismissed_at desc, title_id
                                limit :mostDismissed) latest) d on true
                        left join lateral (%s) o on true) lines) measured) parts
      where bytes <= :mostBytes
      group by part
      order by part
      """
          .formatted(UnratedOpinions.SQL);

  private final Statements database;

  SqlAudience(Statements database) {
    this.database = database;
  }

  @Override
  public List<Member> members(Scope scope, UserRange range) {
    List<Member> all = new ArrayList<>();
    long after = range.first() == Long.MIN_VALUE ? Long.MIN_VALUE : range.first() - 1;
    for (int page = 0; page < MOST_PAGES; page++) {
      List<Member> next = page(scope, after, range.last());
      if (next.isEmpty()) {
        return all;
      }
      all.addAll(next);
      after = next.get(next.size() - 1).userId();
    }
    throw new IllegalStateException("There are more than " + MOST_PAGES + " pages of users");
  }

  private List<Member> page(Scope scope, long after, long last) {
    List<Packed> rows =
        database.read(
            Sql.of(PAGE)
                .bind("after", after)
                .bind("last", last)
                .bind("everyone", scope == Scope.EVERYONE)
                .bind("pageSize", USERS_A_PAGE)
                .bind("mostDismissed", SqlTasteStore.MOST_DISMISSED)
                .bind("mostUnrated", UnratedOpinions.MOST)
                .bind("mostBytes", BYTES_A_PAGE)
                .bind("rowBytes", BYTES_A_ROW),
            Packed.class);
    return rows.stream()
        .flatMap(row -> Arrays.stream(row.packed().split(";")))
        .map(SqlAudience::member)
        .toList();
  }

  private static Member member(String packed) {
    String[] cells = packed.split(" ", -1);
    return new Member(
        Long.parseLong(cells[0]),
        Long.parseLong(cells[1]),
        Integer.parseInt(cells[2]),
        Ids.parse(cells[4]),
        AgeBand.highest(cells[3]),
        new HashSet<>(Ids.parse(cells[5])),
        UnratedOpinions.parse(cells[6]));
  }

  record Packed(String packed) {}
}
