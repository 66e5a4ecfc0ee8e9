package io.takewithott.catalog.browse;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stored counts are what counting would say, whoever changes ratings how. */
class TitleStatsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();

  private static final String WRONG =
      """
      select count(*) as titles
        from titles t
        left join title_stats s on s.title_id = t.title_id
        left join (select title_id, count(half_stars) as ratings, coalesce(sum(half_stars), 0) as half_stars
                     from ratings group by title_id) r on r.title_id = t.title_id
       where (s.ratings, s.half_stars) is distinct from (coalesce(r.ratings, 0), coalesce(r.half_stars, 0))
      """;

  private static final String WRONG_DAYS =
      """
      select count(*) as titles
        from (select title_id, day, ratings from title_days where ratings <> 0) d
        full join (select title_id, (rated_at at time zone 'Asia/Seoul')::date as day, count(*) as ratings
                     from ratings where half_stars is not null and rated_at > now() - interval '34 days'
                    group by 1, 2) r on r.title_id = d.title_id and r.day = d.day
       where d.ratings is distinct from r.ratings
      """;

  private final Database database = DATABASE.database();

  @BeforeEach
  void setTheScene() {
    DATABASE.run(
        """
        delete from titles; delete from users;
        insert into users (user_id, nickname) select n, 'user ' || n from generate_series(1, 30) n;
        insert into titles (title_id, title, original_title, source, source_key)
        select n, 'title ' || n, 'title ' || n, 't', n::text from generate_series(1, 20) n;
        """);
  }

  @Test
  void everyKindOfChangeIsCounted() {
    for (String change :
        List.of(
            "insert into ratings (user_id, title_id, half_stars) select u, t, 1 + (u * t) % 10 from generate_series(1, 30) u, generate_series(1, 20) t where (u + t) % 3 = 0",
            "update ratings set half_stars = 10 where user_id <= 5",
            "update ratings set half_stars = null where title_id in (3, 4)",
            "update ratings set half_stars = 7 where title_id = 4",
            "update ratings set title_id = 1 where title_id = 2 and user_id = 1",
            "update ratings set rated_at = now() - interval '3 days' where user_id = 8",
            "insert into ratings (user_id, title_id, half_stars) values (1, 1, 3), (1, 3, 4) on conflict (user_id, title_id) do update set half_stars = excluded.half_stars",
            "delete from ratings where user_id = 7",
            "delete from users where user_id in (9, 10)",
            "delete from titles where title_id in (5, 6)",
            "insert into titles (title_id, title, original_title, source, source_key) values (77, 'late', 'late', 't', '77')",
            "delete from ratings")) {
      DATABASE.run(change);
      assertThat(wrong(WRONG)).as(change).isZero();
      assertThat(wrong(WRONG_DAYS)).as(change).isZero();
    }
  }

  /** Many at once, each with several titles in an order of its own: none waits for another for ever. */
  @Test
  void countsAreExactWhoeverElseCounts() throws Exception {
    int workers = 8;
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      List<Future<Integer>> running = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        running.add(pool.submit(rater(worker)));
      }
      for (Future<Integer> one : running) {
        assertThat(one.get()).isEqualTo(40);
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(wrong(WRONG)).isZero();
    assertThat(wrong(WRONG_DAYS)).isZero();
  }

  private Callable<Integer> rater(int worker) {
    return () -> {
      Random random = new Random(worker);
      int done = 0;
      for (int round = 0; round < 40; round++) {
        boolean up = random.nextBoolean();
        database.write(
            Sql.of(
                    "insert into ratings (user_id, title_id, half_stars)"
                        + " select :user, t, nullif(:stars, 0)::smallint from generate_series(1, 20) t"
                        + " where (t + :round) % 3 = 0 order by t"
                        + (up ? "" : " desc")
                        + " on conflict (user_id, title_id) do update set half_stars = excluded.half_stars")
                .bind("user", worker + 1)
                .bind("stars", random.nextInt(11))
                .bind("round", round));
        done++;
      }
      return done;
    };
  }

  /** As the recommender has it. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none, 19", "'', 19", "14, 12", "15-18, 15", "19-29, 19", "60+, 19", "11, 0", "adult, 0", "1e3x, 0", "99999, 0"
      })
  void theLowestAgeOfABandCounts(String band, int highest) {
    assertThat(
            database
                .readOne(Sql.of("select highest_age(:band::text) as titles").bind("band", band), Count.class)
                .orElseThrow()
                .titles())
        .isEqualTo(highest);
  }

  private int wrong(String query) {
    return database.readOne(Sql.of(query), Count.class).orElseThrow().titles();
  }

  record Count(int titles) {}
}
