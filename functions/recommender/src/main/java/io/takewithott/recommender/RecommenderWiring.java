package io.takewithott.recommender;

import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.database.Database;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.queue.PushRequest;
import io.takewithott.core.queue.Pushes;
import io.takewithott.recommender.model.ModelStore;
import io.takewithott.recommender.snapshot.PartedExport;
import io.takewithott.recommender.snapshot.PartedRatings;
import io.takewithott.recommender.snapshot.RatingsExport;
import io.takewithott.recommender.snapshot.SqlRatingsSource;
import io.takewithott.recommender.storage.Blobs;
import io.takewithott.recommender.storage.BucketBlobs;
import io.takewithott.recommender.storage.Scratch;
import io.takewithott.recommender.storage.ScratchFolder;
import io.takewithott.recommender.train.Trainer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Puts the parts of the recommender together. */
final class RecommenderWiring {
  /** Lambda's own limit. */
  private static final Duration LONGEST_INVOCATION = Duration.ofMinutes(15);

  /** Any number does; the same one every time makes a training repeatable. */
  private static final long SEED = 20261101;

  private final RecommenderConfig config;
  private final InstantSource clock;
  private final Budget budget;
  private final CloudClients clients;
  private final Database database;
  private final Blobs blobs;
  private final Pushes pushes;
  private final Scratch scratch;

  /** For hundreds of megabytes of ratings. */
  private static final Duration LONGEST_OBJECT_CALL = Duration.ofMinutes(3);

  RecommenderWiring(RecommenderConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
    this.budget = new Budget(clock, LONGEST_INVOCATION);
    this.clients = new CloudClients(config.cloud());
    this.pushes = new Pushes(config.pushQueue().map(clients::queue));
    this.database = clients.database(config.database(), budget);
    this.blobs = new BucketBlobs(clients.objects(config.bucket(), LONGEST_OBJECT_CALL));
    this.scratch = new ScratchFolder(Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
  }

  Budget budget() {
    return budget;
  }

  TrainingRun trainingRun() {
    return new TrainingRun(
        export(),
        catalogue(),
        new Trainer(SEED, clock, config.training()),
        models(),
        rankingStage(),
        clock);
  }

  TrainingDispatch trainingDispatch() {
    return new TrainingDispatch(
        trainingRun(),
        config.spark().map(this::launcher),
        lease(),
        models(),
        export(),
        () -> UUID.randomUUID().toString(),
        clock);
  }

  private SparkLauncher launcher(SparkConfig spark) {
    List<String> settings =
        List.of(
            "AWS_REGION=" + config.cloud().region(),
            "TWO_DATABASE_CLUSTER_ARN=" + config.database().clusterArn(),
            "TWO_DATABASE_SECRET_ARN=" + config.database().secretArn(),
            "TWO_DATABASE_NAME=" + config.database().name(),
            "TWO_BUCKET=" + config.bucket());
    return new SparkLauncher(
        spark,
        clients.jobs(spark.application(), spark.role()),
        new PartedExport(new SqlRatingsSource(database), parts(), clock),
        export(),
        lease(),
        settings,
        clock);
  }

  RollbackRun rollbackRun() {
    return new RollbackRun(models(), export(), rankingStage(), clock);
  }

  RefreshBatch refreshBatch() {
    return new RefreshBatch(
        new CurrentModel(models()),
        userRefresh(),
        budget,
        clock,
        userId -> pushes.send(PushRequest.ranking(userId)));
  }

  ModelStore models() {
    return new ModelStore(blobs, scratch);
  }

  SqlCatalogue catalogue() {
    return new SqlCatalogue(database);
  }

  TrainingLease lease() {
    return new TrainingLease(blobs);
  }

  PartedRatings parts() {
    return new PartedRatings(blobs);
  }

  private RatingsExport export() {
    return new RatingsExport(new SqlRatingsSource(database), blobs, scratch, clock);
  }

  RankingStage rankingStage() {
    RankingStore rankings = new RankingStore(blobs);
    return new RankingStage(
        new SqlAudience(database),
        rankings,
        new RankingRun(rankings, userRefresh(), budget, clock),
        new SqlSimilarTitles(database, budget),
        clock);
  }

  private UserRefresh userRefresh() {
    return new UserRefresh(new SqlTasteStore(database), new RankingStore(blobs), clock);
  }
}
