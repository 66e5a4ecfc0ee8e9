package io.takewithott.recommender;

import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import io.takewithott.core.database.Statements;
import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.Budget;
import io.takewithott.recommender.model.VersionedModel;
import io.takewithott.recommender.similar.SimilarTitles;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Similar titles in the database, in as many calls as there are thousands of titles; only what
 * changed is written.
 */
final class SqlSimilarTitles implements SimilarStage {
  private static final Logger LOG = LoggerFactory.getLogger(SqlSimilarTitles.class);

  /** Two rows of posters. */
  private static final int MOST = 20;

  /** Some 200 KB. */
  private static final int TITLES_A_CALL = 1000;

  /** Rankings are worth more: without so much time left the old ones do for a day. */
  private static final Duration RESERVE = Duration.ofSeconds(60);

  private static final String WRITE =
      """
      insert into similar_titles as s (title_id, similar_ids, model_version)
      select r.t, string_to_array(r.s, ',')::bigint[], :version
        from jsonb_to_recordset(cast(:rows as jsonb)) as r (t bigint, s text)
        join titles t on t.title_id = r.t
        left join similar_titles o on o.title_id = r.t
       where r.s <> '' and o.similar_ids is distinct from string_to_array(r.s, ',')::bigint[]
       order by r.t
      on conflict (title_id) do update
        set similar_ids = excluded.similar_ids, model_version = excluded.model_version
      """;

  private final Statements database;
  private final Budget budget;

  SqlSimilarTitles(Statements database, Budget budget) {
    this.database = database;
    this.budget = budget;
  }

  @Override
  public void write(VersionedModel model) {
    SimilarTitles similar = new SimilarTitles(model.model());
    try {
      for (int from = 0; from < similar.titleCount(); from += TITLES_A_CALL) {
        if (budget.remaining().compareTo(RESERVE) < 0) {
          LOG.warn("no time is left for similar titles from the {}th on", from);
          return;
        }
        int end = Math.min(similar.titleCount(), from + TITLES_A_CALL);
        List<Row> rows =
            IntStream.range(from, end).parallel().mapToObj(title -> row(similar, title)).toList();
        database.write(
            Sql.of(WRITE).bindJson("rows", Json.text(rows)).bind("version", model.version()));
      }
    } catch (DatabaseException failure) {
      LOG.atError().setCause(failure).log("similar titles could not be written");
    }
  }

  private static Row row(SimilarTitles similar, int title) {
    String ids =
        similar.of(title, MOST).stream().map(String::valueOf).collect(Collectors.joining(","));
    return new Row(similar.titleId(title), ids);
  }

  /**
   * @param t a title
   * @param s the most alike first
   */
  record Row(long t, String s) {}
}
