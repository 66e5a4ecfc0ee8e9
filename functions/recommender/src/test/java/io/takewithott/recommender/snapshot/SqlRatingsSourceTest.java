package io.takewithott.recommender.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.core.database.Sql;
import io.takewithott.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqlRatingsSourceTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();

  private final SqlRatingsSource source = new SqlRatingsSource(DATABASE.database());

  @BeforeEach
  void clear() {
    DATABASE.run(
        """
        delete from titles; delete from users;
        insert into users (user_id, nickname) select n, 'u' || n from generate_series(1, 300) n;
        insert into titles (title_id, title, original_title, source, source_key)
          select n, 't', 't', 'test', n from generate_series(1, 200) n;
        """);
  }

  @Test
  void everythingComesInOrderOverSeveralPages() {
    DATABASE.run(
        """
        insert into ratings (user_id, title_id, half_stars, rated_at)
          select u, t, (u + t) % 10 + 1, to_timestamp(1700000000 + u)
          from generate_series(1, 300) u, generate_series(1, 200) t
        """);
    int before = DATABASE.calls();

    RatingLog log = source.everything();

    assertThat(log.size()).isEqualTo(60_000);
    assertThat(DATABASE.calls() - before).isEqualTo(3);
    RatingsSnapshot snapshot = RatingsSnapshot.EMPTY.with(log, 1);
    int position = snapshot.begin(snapshot.userIndex(257)) + 99;
    assertThat(snapshot.titleId(snapshot.title(position))).isEqualTo(100);
    assertThat(snapshot.halfStars(position)).isEqualTo((257 + 100) % 10 + 1);
    assertThat(snapshot.ratedAtEpochSeconds(position)).isEqualTo(1700000257);
  }

  @Test
  void changesComeOverSeveralPagesToo() {
    long watermark = source.horizon().watermark();
    DATABASE.run(
        """
        insert into ratings (user_id, title_id, half_stars)
          select u, t, 7 from generate_series(1, 300) u, generate_series(1, 200) t
        """);

    RatingLog log = source.changedSince(watermark);

    assertThat(RatingsSnapshot.EMPTY.with(log, 1).size()).isEqualTo(60_000);
  }

  @Test
  void aRemovedRatingIsAChangeAndNoRating() {
    DATABASE.run("insert into ratings (user_id, title_id, half_stars) values (1, 1, 7), (1, 2, 8)");
    RatingsSnapshot before =
        RatingsSnapshot.EMPTY.with(source.everything(), source.horizon().watermark());
    DATABASE.run("update ratings set half_stars = null where title_id = 1");

    RatingsSnapshot after = before.with(source.changedSince(before.watermark()), 1);

    assertThat(RatingsMatrix.lines(after)).isEqualTo("1 2 4.0");
    assertThat(source.everything().size()).isEqualTo(1);
  }

  @Test
  void aRatingOfATransactionThatStillRunsIsNotMissed() {
    DATABASE.run("insert into ratings (user_id, title_id, half_stars) values (1, 1, 7)");
    RatingsSnapshot during =
        DATABASE
            .database()
            .inTransaction(
                statements -> {
                  statements.write(
                      Sql.of(
                          "insert into ratings (user_id, title_id, half_stars) values (2, 2, 8)"));
                  DATABASE.run(
                      "insert into ratings (user_id, title_id, half_stars) values (3, 3, 9)");
                  long watermark = source.horizon().watermark();
                  return RatingsSnapshot.EMPTY.with(source.everything(), watermark);
                });
    assertThat(RatingsMatrix.lines(during)).isEqualTo("1 1 3.5\n3 3 4.5");

    RatingsSnapshot after =
        during.with(source.changedSince(during.watermark()), source.horizon().watermark());

    assertThat(RatingsMatrix.lines(after)).isEqualTo("1 1 3.5\n2 2 4.0\n3 3 4.5");
  }

  @Test
  void anEmptyDatabaseHasNothing() {
    assertThat(source.everything().size()).isZero();
    assertThat(source.changedSince(0).size()).isZero();
  }
}
