package io.takewithott.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Sql;
import io.takewithott.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RatingStoreTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();

  private final RatingStore store = new RatingStore(DATABASE.database());

  record Row(String text) {}

  @BeforeEach
  void setTheScene() {
    DATABASE.run(
        """
        delete from users; delete from titles;
        insert into users (user_id, nickname) values (1, '미나'), (2, '준');
        insert into titles (title_id, title, original_title, source, source_key)
        select n, 'title ' || n, 'title ' || n, 'test', n::text from generate_series(1, 5) n;
        """);
  }

  @Test
  void everyChangeCountsOnce() {
    assertThat(store.rate(1, 3, Stars.of(4.5))).isEqualTo(1);
    assertThat(store.rate(1, 3, Stars.of(4.5))).isEqualTo(1);
    assertThat(store.rate(1, 3, Stars.of(2))).isEqualTo(2);
    assertThat(store.unrate(1, 3)).isEqualTo(3);
    assertThat(store.unrate(1, 3)).isEqualTo(3);
    assertThat(store.rate(2, 3, Stars.of(0.5))).isEqualTo(1);

    assertThat(ratings()).containsExactly("1 3 -", "2 3 1");
  }

  @Test
  void aRemovedRatingCanBeGivenAgain() {
    store.rate(1, 3, Stars.of(5));
    store.unrate(1, 3);

    assertThat(store.rate(1, 3, Stars.of(5))).isEqualTo(3);
    assertThat(ratings()).containsExactly("1 3 10");
  }

  @Test
  void everyWriteIsStampedForTheReaderOfChanges() {
    store.rate(1, 3, Stars.of(5));
    String first = stamp();
    store.rate(1, 3, Stars.of(1));

    assertThat(Long.parseLong(stamp())).isGreaterThan(Long.parseLong(first));
  }

  @Test
  void aTitleThatIsNotThereIsNotFound() {
    assertThatThrownBy(() -> store.rate(1, 99, Stars.of(3)))
        .isInstanceOf(AppException.class)
        .hasMessage("There is no title with the id 99");
    assertThatThrownBy(() -> store.unrate(1, 99)).hasMessage("There is no title with the id 99");
  }

  @Test
  void aUserWhoIsGoneMustLogInAgain() {
    assertThatThrownBy(() -> store.rate(77, 3, Stars.of(3)))
        .hasMessage("This account is gone: log in again");
    assertThatThrownBy(() -> store.pick(77, List.of(1L, 2L, 3L)))
        .hasMessage("This account is gone: log in again");
  }

  /** Their row stays without a name, and their access token is good for minutes. */
  @Test
  void whoHasLeftChangesNothingAnyMore() {
    store.rate(1, 3, Stars.of(5));
    store.pick(1, List.of(1L, 2L, 3L));
    DATABASE.run("update users set deleted_at = now() where user_id = 1");

    assertThatThrownBy(() -> store.rate(1, 4, Stars.of(3)))
        .isInstanceOfSatisfying(
            AppException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.UNAUTHENTICATED))
        .hasMessage("This account is gone: log in again");
    assertThatThrownBy(() -> store.rate(1, 3, Stars.of(3))).isInstanceOf(AppException.class);
    assertThatThrownBy(() -> store.unrate(1, 3)).isInstanceOf(AppException.class);
    assertThatThrownBy(() -> store.pick(1, List.of(3L, 4L, 5L))).isInstanceOf(AppException.class);

    assertThat(ratings()).containsExactly("1 3 10");
    assertThat(picks()).containsExactly("1 1", "2 2", "3 3");
    assertThat(rows("select taste_version::text as text from users where user_id = 1"))
        .containsExactly("2");
  }

  @Test
  void whoIsLeavingRatesNothingMeanwhile() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      Future<?> leaving =
          executor.submit(
              () ->
                  DATABASE.run(
                      """
                      do $$ begin
                        update users set deleted_at = now() where user_id = 1;
                        perform pg_sleep(0.5);
                      end $$
                      """));
      await(
          "select count(*)::text as text from pg_stat_activity where wait_event = 'PgSleep'", "1");
      Future<Long> rating = executor.submit(() -> store.rate(1, 3, Stars.of(5)));

      assertThatThrownBy(rating::get).hasRootCauseMessage("This account is gone: log in again");
      leaving.get();
      assertThat(ratings()).isEmpty();
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void picksAreReplacedAsAWhole() {
    assertThat(store.pick(1, List.of(1L, 2L, 3L))).isEqualTo(1);
    assertThat(store.pick(1, List.of(1L, 2L, 3L))).isEqualTo(1);
    assertThat(store.pick(1, List.of(3L, 1L, 5L))).isEqualTo(2);

    assertThat(picks()).containsExactly("1 3", "2 1", "3 5");
  }

  @Test
  void picksWithAnUnknownTitleChangeNothing() {
    store.pick(1, List.of(1L, 2L, 3L));

    assertThatThrownBy(() -> store.pick(1, List.of(1L, 2L, 99L)))
        .hasMessage("One of the picked titles does not exist");
    assertThat(picks()).containsExactly("1 1", "2 2", "3 3");
  }

  @Test
  void changesAtOnceAreAllCounted() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Long>> changes = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        int half = i % 10 + 1;
        long titleId = i % 5 + 1;
        changes.add(() -> store.rate(1, titleId, new Stars(half)));
      }
      for (Future<Long> change : executor.invokeAll(changes)) {
        change.get();
      }
    } finally {
      executor.shutdownNow();
    }

    long before = store.unrate(1, 1) - 1;
    assertThat(before).isBetween(5L, 40L);
    assertThat(ratings()).hasSize(5);
  }

  @Test
  void everyChangeIsOneDatabaseCall() {
    int before = DATABASE.calls();
    store.rate(1, 1, Stars.of(3));
    store.unrate(1, 1);
    store.pick(1, List.of(1L, 2L, 3L));

    assertThat(DATABASE.calls() - before).isEqualTo(3);
  }

  private static List<String> ratings() {
    return rows(
        "select user_id || ' ' || title_id || ' ' || coalesce(half_stars::text, '-') as text from ratings order by 1");
  }

  private static List<String> picks() {
    return rows(
        "select position || ' ' || title_id as text from picks where user_id = 1 order by 1");
  }

  private static String stamp() {
    return rows("select changed_xid::text as text from ratings").get(0);
  }

  private static void await(String sql, String answer) throws InterruptedException {
    for (int i = 0; i < 200 && !rows(sql).equals(List.of(answer)); i++) {
      Thread.sleep(10);
    }
    assertThat(rows(sql)).containsExactly(answer);
  }

  private static List<String> rows(String sql) {
    return DATABASE.database().read(Sql.of(sql), Row.class).stream().map(Row::text).toList();
  }
}
