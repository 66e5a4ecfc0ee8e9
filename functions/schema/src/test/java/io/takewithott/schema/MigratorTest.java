package io.takewithott.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.core.database.DatabaseException;
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

class MigratorTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final Migration ONE = Migration.of("001_one", "create table one (x int);");
  private static final Migration TWO =
      Migration.of("002_two", "create table two (x int); insert into two values (1);");

  record Count(long n) {}

  @BeforeEach
  void emptyTheDatabase() {
    DATABASE.run("drop schema public cascade; create schema public;");
  }

  @Test
  void everyShippedStepIsAppliedOnce() {
    List<String> names = Migration.all().stream().map(Migration::name).toList();

    assertThat(new Migrator(DATABASE.database()).migrate()).isEqualTo(names);
    assertThat(new Migrator(DATABASE.database()).migrate()).isEmpty();
  }

  @Test
  void onlyNewStepsAreApplied() {
    migrate(ONE);

    assertThat(migrate(ONE, TWO)).containsExactly("002_two");
    assertThat(count("select count(*) as n from two")).isEqualTo(1);
  }

  @Test
  void aStepThatFailsLeavesNothingBehind() {
    Migration broken =
        Migration.of("002_two", "create table two (x int); insert into two values ('many');");

    assertThatThrownBy(() -> migrate(ONE, broken)).isInstanceOf(DatabaseException.class);
    assertThat(count("select count(*) as n from pg_tables where tablename = 'two'")).isZero();
    assertThat(migrate(ONE, TWO)).containsExactly("002_two");
  }

  @Test
  void aChangedStepIsRefused() {
    migrate(ONE);

    assertThatThrownBy(() -> migrate(Migration.of("001_one", "create table one (x bigint);")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The step 001_one was changed after it had been applied: put it back and add a new step");
  }

  @Test
  void aDatabaseThatIsAheadIsLeftAlone() {
    migrate(ONE, TWO);

    assertThat(migrate(ONE)).isEmpty();
    assertThat(count("select count(*) as n from two")).isEqualTo(1);
  }

  @Test
  void aStepOfAnotherHistoryIsRefused() {
    Migration three = Migration.of("003_three", "create table three (x int);");
    migrate(ONE, TWO);

    assertThatThrownBy(() -> migrate(ONE, three))
        .hasMessage("The database has the step 002_two, which this version does not know");
  }

  @Test
  void ofSeveralAtOnceOneAppliesEachStep() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<String>>> migrators = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        migrators.add(() -> migrate(ONE, TWO));
      }
      List<String> applied = new ArrayList<>();
      for (Future<List<String>> result : executor.invokeAll(migrators)) {
        applied.addAll(result.get());
      }
      assertThat(applied).containsExactlyInAnyOrder("001_one", "002_two");
      assertThat(count("select count(*) as n from two")).isEqualTo(1);
    } finally {
      executor.shutdownNow();
    }
  }

  private static List<String> migrate(Migration... migrations) {
    return new Migrator(DATABASE.database(), List.of(migrations)).migrate();
  }

  private static long count(String sql) {
    return DATABASE.database().readOne(Sql.of(sql), Count.class).orElseThrow().n();
  }
}
