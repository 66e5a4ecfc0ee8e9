package io.takewithott.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.lambda.Budget;
import io.takewithott.recommender.model.VersionedModel;
import io.takewithott.recommender.similar.SimilarTitles;
import io.takewithott.testing.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Titles 101 to 140 are loved by some, 141 to 180 by others; 181 and 182 nobody knows. */
class SqlSimilarTitlesTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();

  private static VersionedModel model;

  private final Database database = DATABASE.database();
  private final Budget budget = new Budget(InstantSource.system(), Duration.ofMinutes(5));

  @BeforeAll
  static void train() {
    model = new VersionedModel("m1", TwoTastes.model());
    DATABASE.run(
        """
        insert into titles (title_id, title, original_title, source, source_key)
        select n, 't' || n, 't' || n, 'test', n::text from generate_series(101, 179) n;
        """);
  }

  @BeforeEach
  void forget() {
    DATABASE.run("delete from similar_titles");
  }

  @Test
  void whatTheSamePeopleLoveIsAlike() {
    List<Long> alike = new SimilarTitles(model.model()).of(model.model().titleIndex(101), 20);

    assertThat(alike).hasSize(20).doesNotHaveDuplicates().doesNotContain(101L);
    assertThat(alike.stream().filter(title -> title <= 140).count()).isGreaterThanOrEqualTo(18);
  }

  @Test
  void ofATitleThatNobodyKnowsNothingIsSaidWithoutFacts() {
    assertThat(new SimilarTitles(model.model()).of(model.model().titleIndex(181), 20)).isEmpty();
  }

  @Test
  void everyTitleThatIsThereIsWrittenDown() {
    new SqlSimilarTitles(database, budget).write(model);

    List<Row> rows = rows();
    assertThat(rows).extracting(Row::titleId).hasSize(79).doesNotContain(180L, 181L, 182L);
    assertThat(rows).extracting(Row::modelVersion).containsOnly("m1");
  }

  @Test
  void writtenAgainNothingChanges() {
    new SqlSimilarTitles(database, budget).write(model);
    List<Row> before = rows();

    new SqlSimilarTitles(database, budget).write(new VersionedModel("m2", model.model()));

    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void withoutTimeOrDatabaseTheTrainingIsNotHarmed() {
    new SqlSimilarTitles(database, new Budget(InstantSource.system(), Duration.ofSeconds(30)))
        .write(model);
    assertThat(rows()).isEmpty();

    DATABASE.run("alter table similar_titles rename to elsewhere");
    new SqlSimilarTitles(database, budget).write(model);
    DATABASE.run("alter table elsewhere rename to similar_titles");
    assertThat(rows()).isEmpty();
  }

  private List<Row> rows() {
    return database.read(
        Sql.of(
            "select title_id, array_to_string(similar_ids, ',') as similar, model_version,"
                + " xmin::text as written from similar_titles order by title_id"),
        Row.class);
  }

  record Row(long titleId, String similar, String modelVersion, String written) {}
}
