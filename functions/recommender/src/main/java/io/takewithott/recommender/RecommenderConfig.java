package io.takewithott.recommender;

import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.DatabaseConfig;
import java.time.Duration;
import java.util.Optional;

/**
 * @param bucket where snapshots, models and rankings lie
 * @param pushQueue where new rankings are announced to open connections, if anywhere
 * @param training the longest that fitting a model may take, of the 15 minutes Lambda gives
 * @param spark training elsewhere, if there is such
 */
public record RecommenderConfig(
    DatabaseConfig database,
    CloudConfig cloud,
    String bucket,
    Optional<String> pushQueue,
    Duration training,
    Optional<SparkConfig> spark) {
  private static final int DEFAULT_TRAINING_SECONDS = 420;
  private static final int LEAST_TRAINING_SECONDS = 5;
  private static final int MOST_TRAINING_SECONDS = 840;

  public static RecommenderConfig from(Environment environment) {
    return environment.read(RecommenderConfig::from);
  }

  private static RecommenderConfig from(Environment.Settings settings) {
    return new RecommenderConfig(
        DatabaseConfig.from(settings),
        CloudConfig.from(settings),
        settings.required("TWO_BUCKET"),
        settings.optional("TWO_PUSH_QUEUE_URL"),
        Duration.ofSeconds(
            settings.number(
                "TWO_TRAINING_SECONDS",
                DEFAULT_TRAINING_SECONDS,
                LEAST_TRAINING_SECONDS,
                MOST_TRAINING_SECONDS)),
        SparkConfig.from(settings));
  }
}
