package io.takewithott.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.DatabaseException.Kind;
import io.takewithott.core.database.Sql;
import io.takewithott.core.lambda.Budget;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Core's database over the real wire, on a real PostgreSQL. */
class DatabaseTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private final Database database = DATABASE.database();

  record Kinds(
      long whole,
      double real,
      boolean yes,
      String text,
      String uuid,
      String day,
      String moment,
      String exact,
      List<String> tags,
      @Nullable String nothing) {}

  record Numbered(int n) {}

  @BeforeEach
  void makeTables() {
    DATABASE.run(
        """
        drop table if exists child, parent;
        create table parent (id int primary key, name text constraint parent_name_unique unique,
                             size int constraint parent_size check (size > 0));
        create table child (parent_id int references parent);
        """);
  }

  @Test
  void everyTypeGoesInAndOut() {
    Kinds row =
        database
            .readOne(
                Sql.of(
                        """
                        select :whole as whole, :real as real, :yes as yes, :text as text, :uuid::text as uuid,
                               :day::text as day, to_char(:moment, 'YYYY-MM-DD HH24:MI:SS.US') as moment,
                               :exact::text as exact, :tags::jsonb::text as tags_json, :nothing::text as nothing
                        """)
                    .bind("whole", 9_007_199_254_740_993L)
                    .bind("real", 0.1)
                    .bind("yes", true)
                    .bind("text", "':whole' -- 실미도 \" \\")
                    .bind("uuid", UUID.fromString("11111111-2222-3333-4444-555555555555"))
                    .bind("day", LocalDate.of(2026, 11, 21))
                    .bind("moment", Instant.parse("2026-11-21T01:02:03.456789Z"))
                    .bind("exact", new BigDecimal("12345678901234567890.12"))
                    .bindJson("tags", "[\"a\",\"b\"]")
                    .bindNull("nothing"),
                Kinds.class)
            .orElseThrow();

    assertThat(row)
        .isEqualTo(
            new Kinds(
                9_007_199_254_740_993L,
                0.1,
                true,
                "':whole' -- 실미도 \" \\",
                "11111111-2222-3333-4444-555555555555",
                "2026-11-21",
                "2026-11-21 01:02:03.456000",
                "12345678901234567890.12",
                List.of("a", "b"),
                null));
  }

  @Test
  void aChangeThatReturnsRowsAnswersThem() {
    List<Numbered> made =
        database.write(
            Sql.of("insert into parent (id) values (7), (8) returning id as n"), Numbered.class);

    assertThat(made).containsExactly(new Numbered(7), new Numbered(8));
    assertThat(database.write(Sql.of("update parent set size = 1"))).isEqualTo(2);
  }

  @Test
  void failuresHaveTheirKindAndConstraint() {
    database.write(Sql.of("insert into parent (id, name) values (1, 'a')"));

    assertFails(
        "insert into parent (id, name) values (2, 'a')",
        Kind.UNIQUE_VIOLATION,
        "parent_name_unique");
    assertFails("insert into child values (5)", Kind.FOREIGN_KEY_VIOLATION, "child_parent_id_fkey");
    assertFails("insert into parent (id, size) values (3, 0)", Kind.CHECK_VIOLATION, "parent_size");
    assertFails("select 'x'::int", Kind.INVALID_VALUE, null);
    assertFails("selec 1", Kind.OTHER, null);
  }

  @Test
  void aTransactionIsAllOrNothing() {
    database.inTransaction(
        statements -> {
          statements.write(Sql.of("insert into parent (id) values (1)"));
          return statements.write(Sql.of("insert into parent (id) values (2)"));
        });
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    statements -> {
                      statements.write(Sql.of("insert into parent (id) values (3)"));
                      throw new IllegalStateException("changed my mind");
                    }))
        .hasMessage("changed my mind");
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    statements -> {
                      statements.write(Sql.of("insert into parent (id) values (4)"));
                      return statements.write(Sql.of("insert into parent (id) values (1)"));
                    }))
        .isInstanceOf(DatabaseException.class);

    assertThat(database.read(Sql.of("select id as n from parent order by id"), Numbered.class))
        .containsExactly(new Numbered(1), new Numbered(2));
  }

  @Test
  void aSleepingClusterIsWaitedFor() {
    DATABASE.pause().pause(Duration.ofMillis(1800));

    assertThat(database.readOne(Sql.of("select 1 as n"), Numbered.class)).contains(new Numbered(1));
  }

  @Test
  void aClusterThatSleepsLongerThanTheRequestIsUnavailable() {
    Budget budget = new Budget(Clock.systemUTC(), Duration.ofSeconds(10));
    budget.begin(Duration.ofSeconds(2));
    Database impatient = DATABASE.database(budget);
    DATABASE.pause().pause(Duration.ofSeconds(4));

    assertThatThrownBy(() -> impatient.ping())
        .asInstanceOf(type(DatabaseException.class))
        .extracting(DatabaseException::kind, DatabaseException::getMessage)
        .containsExactly(
            Kind.UNAVAILABLE, "The database was still waking up when the request's time ended");
    database.ping();
  }

  private void assertFails(String sql, Kind kind, @Nullable String constraint) {
    assertThatThrownBy(() -> database.write(Sql.of(sql)))
        .asInstanceOf(type(DatabaseException.class))
        .satisfies(
            failure -> {
              assertThat(failure.kind()).isEqualTo(kind);
              assertThat(failure.constraint().orElse(null)).isEqualTo(constraint);
            });
  }
}
