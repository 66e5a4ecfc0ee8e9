package io.takewithott.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.core.database.Database;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.ranking.Ranking;
import io.takewithott.core.ranking.RankingFormat;
import io.takewithott.recommender.model.ModelStore;
import io.takewithott.recommender.snapshot.RatingsExport;
import io.takewithott.recommender.snapshot.SqlRatingsSource;
import io.takewithott.recommender.storage.BucketBlobs;
import io.takewithott.recommender.storage.Scratch;
import io.takewithott.recommender.storage.ScratchFolder;
import io.takewithott.recommender.train.Trainer;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final Path folder;

  TrainingRunTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private final InstantSource clock = InstantSource.system();
  private final Budget budget = new Budget(clock, Duration.ofMinutes(2));

  @Test
  void whoPicksDuringTheFirstTrainingIsRankedAtItsEnd() {
    DATABASE.run(
        """
        insert into users (user_id, nickname) select n, 'u' || n from generate_series(11, 60) n;
        insert into users (user_id, nickname, email, email_key, taste_version)
          values (1, 'mina', 'a@example.org', 'a@example.org', 0);
        insert into titles (title_id, title, original_title, source, source_key)
          select n, 't', 't', 'test', n from generate_series(101, 140) n;
        insert into ratings (user_id, title_id, half_stars)
          select u, t, 1 + (u * t) % 10 from generate_series(11, 60) u, generate_series(101, 140) t
          where (u + t) % 3 = 0;
        """);
    Audience audience = new SqlAudience(DATABASE.database());
    AtomicInteger asked = new AtomicInteger();

    run((scope, range) -> {
          if (asked.getAndIncrement() == 1) {
            DATABASE.run(
                """
                insert into picks (user_id, title_id, position) values (1, 101, 1), (1, 102, 2), (1, 103, 3);
                update users set taste_version = 1 where user_id = 1;
                """);
          }
          return audience.members(scope, range);
        })
        .run(TrainRequest.parse("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));

    Ranking ranking =
        ENDPOINTS
            .objects()
            .get(Ranking.key(1))
            .flatMap(stored -> RankingFormat.read(stored.bytes()))
            .orElseThrow();
    assertThat(ranking.tasteVersion()).isEqualTo(1);
    assertThat(ranking.titles()).extracting("titleId").doesNotContain(101L, 102L, 103L);
  }

  private TrainingRun run(Audience audience) {
    Database database = DATABASE.database();
    BucketBlobs blobs = new BucketBlobs(ENDPOINTS.objects());
    RankingStore rankings = new RankingStore(blobs);
    UserRefresh refresh = new UserRefresh(new SqlTasteStore(database), rankings, clock);
    Scratch scratch = new ScratchFolder(folder);
    return new TrainingRun(
        new RatingsExport(new SqlRatingsSource(database), blobs, scratch, clock),
        new SqlCatalogue(database),
        new Trainer(1, clock, Duration.ofSeconds(30)),
        new ModelStore(blobs, scratch),
        new RankingStage(
            audience,
            rankings,
            new RankingRun(rankings, refresh, budget, clock),
            new SqlSimilarTitles(database, budget),
            clock),
        clock);
  }
}
