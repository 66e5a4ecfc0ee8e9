package io.takewithott.trainer;

import io.takewithott.recommender.progress.LoggedPhases;
import java.time.InstantSource;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** The Spark application: one training from the parts of the ratings to everybody's ranking. */
public final class TrainerCommand {
  /** The recommender's own, so that the same data chooses the same. */
  private static final long SEED = 20261101;

  private TrainerCommand() {}

  public static void main(String[] arguments) {
    InstantSource clock = InstantSource.system();
    JobRequest request = JobRequest.parse(arguments, System.getenv());
    SparkConf conf = settings(new SparkConf().setAppName("training"));
    try (JavaSparkContext spark = new JavaSparkContext(conf)) {
      SparkTraining training =
          new SparkTraining(SEED, clock, request.longest(), new LoggedPhases(clock));
      new TrainerRun(spark, training, clock).run(request);
    }
  }

  /** What holds wherever it runs; whoever starts it may say otherwise. */
  static SparkConf settings(SparkConf conf) {
    return conf.setIfMissing("spark.ui.enabled", "false")
        // Rows of large matrices come back to the driver.
        .setIfMissing("spark.driver.maxResultSize", "0")
        .setIfMissing("spark.rpc.message.maxSize", "512");
  }
}
