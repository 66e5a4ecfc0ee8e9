package io.takewithott.recommender;

import io.takewithott.core.database.Sql;
import io.takewithott.core.database.Statements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Users with their picks over the Data API, packed into rows of text below its 64 KB: {@code user
 * taste-version epoch-seconds picks}, the picks separated by commas, a semicolon between two users.
 */
final class SqlAudience implements Audience {
  private static final int USERS_A_ROW = 500;
  private static final int USERS_A_PAGE = 15 * USERS_A_ROW;

  /** Fifteen million users. */
  private static final int MOST_PAGES = 2000;

  private static final String PAGE =
      """
      select string_agg(concat(user_id, ' ', taste_version, ' ', coalesce(picked, 0), ' ', picks), ';'
                        order by user_id) as packed
      from (select u.user_id, u.taste_version, p.picked, p.picks,
                   (row_number() over (order by u.user_id) - 1) / :rowSize as part
            from (select user_id, taste_version from users
                  where user_id > :after and (:everyone or email is not null)
                  order by user_id limit :pageSize) u
            left join lateral (
              select extract(epoch from max(picked_at))::bigint as picked,
                     string_agg(title_id::text, ',' order by position) as picks
              from picks where picks.user_id = u.user_id) p on true) parts
      group by part
      order by part
      """;

  private final Statements database;

  SqlAudience(Statements database) {
    this.database = database;
  }

  @Override
  public List<Member> members(Scope scope) {
    List<Member> all = new ArrayList<>();
    long after = Long.MIN_VALUE;
    for (int page = 0; page < MOST_PAGES; page++) {
      List<Member> next = page(scope, after);
      all.addAll(next);
      if (next.size() < USERS_A_PAGE) {
        return all;
      }
      after = next.get(next.size() - 1).userId();
    }
    throw new IllegalStateException(
        "There are more than " + (long) MOST_PAGES * USERS_A_PAGE + " users");
  }

  private List<Member> page(Scope scope, long after) {
    List<Packed> rows =
        database.read(
            Sql.of(PAGE)
                .bind("after", after)
                .bind("everyone", scope == Scope.EVERYONE)
                .bind("rowSize", USERS_A_ROW)
                .bind("pageSize", USERS_A_PAGE),
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
        Ids.parse(cells[3]));
  }

  record Packed(String packed) {}
}
