package io.takewithott.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.core.Environment;
import io.takewithott.recommender.TrainingDesk;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.ItemNeighbours;
import io.takewithott.recommender.snapshot.PartedExport;
import io.takewithott.recommender.snapshot.PartedRatings;
import io.takewithott.recommender.snapshot.RatingsExport;
import io.takewithott.recommender.snapshot.RatingsSource;
import io.takewithott.recommender.snapshot.SqlRatingsSource;
import io.takewithott.recommender.storage.Blobs;
import io.takewithott.recommender.storage.BucketBlobs;
import io.takewithott.recommender.storage.ScratchFolder;
import io.takewithott.testing.TestCredentials;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Training on a standalone cluster, a master and two workers as processes of their own, of which
 * some are killed. Takes minutes: {@code mvn -Pcluster -pl functions/trainer -am verify}.
 */
class ClusterEndToEndTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  /** What a driver says when it has begun to sum up item weights. */
  private static final String IN_THE_MIDDLE = "chosen: ";

  private static final int RATINGS_A_PART = 2000;

  private static Cluster cluster;
  private static HybridModel undisturbed;

  @BeforeAll
  static void scene(@TempDir Path folder) throws Exception {
    DATABASE.run(
        """
        insert into users (user_id, nickname, email, email_key, taste_version)
          select n, 'u' || n, case when n <= 20 then n || '@example.org' end,
                 case when n <= 20 then n || '@example.org' end, 3
          from generate_series(1, 300) n;
        insert into titles (title_id, title, original_title, source, source_key)
          select n, 't', 't', 'test', n from generate_series(101, 260) n;
        insert into ratings (user_id, title_id, half_stars)
          select u, t, case when u % 4 = t % 4 then 8 + (u + t) % 3 else 2 + (u * t) % 3 end
          from generate_series(1, 300) u, generate_series(101, 260) t
          where (u * 7 + t * 11) % 10 < case when u % 4 = t % 4 then 6 else 2 end;
        """);
    cutIntoParts(folder);
    cluster = Cluster.start(folder, processEnvironment());
    Process driver = cluster.drive("undisturbed", arguments("undisturbed"));
    assertThat(driver.waitFor()).as(() -> cluster.log("undisturbed")).isZero();
    undisturbed = current();
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void aWorkerKilledInMidTrainingChangesNoSumAndFactorsByRounding() throws Exception {
    Process driver = cluster.drive("worker-killed", arguments("worker-killed"));
    cluster.await("worker-killed", IN_THE_MIDDLE);
    cluster.killWorker();

    assertThat(driver.waitFor()).as(() -> cluster.log("worker-killed")).isZero();

    HybridModel model = current();
    assertThat(model.trainedAt()).isAfter(undisturbed.trainedAt());
    identical(model.ranking().walk(), undisturbed.ranking().walk());
    identical(model.ranking().learned().weights(), undisturbed.ranking().learned().weights());
    identical(model.ranking().opinion().weights(), undisturbed.ranking().opinion().weights());
    assertThat(model.ranking().crowd().popularity())
        .isEqualTo(undisturbed.ranking().crowd().popularity());
    // Spark adds up the rows of a factor in the order in which they arrive.
    int[] titles = {0, 4, 8};
    float[] liked = {1, 1, 1};
    float[] ours = model.ranking().fine().foldIn(titles, liked).signal();
    float[] theirs = undisturbed.ranking().fine().foldIn(titles, liked).signal();
    for (int title = 0; title < ours.length; title++) {
      assertThat(ours[title]).isCloseTo(theirs[title], within(1e-3f));
    }
    cluster.addWorker();
  }

  @Test
  void aDriverKilledInMidTrainingLeavesTheOldModelAndNothingHalfWritten() throws Exception {
    byte[] pointer = pointer();
    List<String> keys = ENDPOINTS.objects().keys("models/", 100);
    Process driver = cluster.drive("driver-killed", arguments("driver-killed"));
    cluster.await("driver-killed", IN_THE_MIDDLE);

    driver.destroyForcibly().waitFor();

    assertThat(pointer()).isEqualTo(pointer);
    assertThat(ENDPOINTS.objects().keys("models/", 100)).isEqualTo(keys);
    assertThat(current().titleCount()).isEqualTo(160);
    desk().lease().giveBack("driver-killed");
  }

  private static void identical(ItemNeighbours actual, ItemNeighbours expected) {
    for (int title = 0; title < expected.titleCount(); title++) {
      assertThat(actual.of(title)).isEqualTo(expected.of(title));
      for (int other : expected.of(title)) {
        assertThat(actual.weight(title, other)).isEqualTo(expected.weight(title, other));
      }
    }
  }

  private static HybridModel current() {
    TrainingDesk desk = desk();
    return desk.models().pointer().flatMap(desk.models()::load).orElseThrow().model();
  }

  private static TrainingDesk desk() {
    return TrainingDesk.of(
        Environment.of(settings()), InstantSource.system(), Duration.ofMinutes(10));
  }

  private static byte[] pointer() {
    return ENDPOINTS.objects().get("models/current").orElseThrow().bytes();
  }

  private static void cutIntoParts(Path folder) {
    RatingsSource source = new SqlRatingsSource(DATABASE.database());
    Blobs blobs = new BucketBlobs(ENDPOINTS.objects());
    InstantSource clock = InstantSource.system();
    RatingsExport whole = new RatingsExport(source, blobs, new ScratchFolder(folder), clock);
    new PartedExport(source, new PartedRatings(blobs), clock, RATINGS_A_PART)
        .refresh(whole::refresh, () -> false);
  }

  private static List<String> arguments(String lease) {
    return List.of("lease=" + lease, "rank=active", "hours=1");
  }

  private static Map<String, String> settings() {
    Map<String, String> variables = new HashMap<>(ENDPOINTS.environment());
    variables.putAll(DATABASE.environment());
    variables.put("TWO_BUCKET", TestEndpoints.BUCKET);
    return variables;
  }

  private static Map<String, String> processEnvironment() {
    Map<String, String> variables = settings();
    variables.put("AWS_ACCESS_KEY_ID", TestCredentials.ACCESS_KEY);
    variables.put("AWS_SECRET_ACCESS_KEY", TestCredentials.SECRET_KEY);
    return variables;
  }
}
