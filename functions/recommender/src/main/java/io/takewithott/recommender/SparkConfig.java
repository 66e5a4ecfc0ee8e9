package io.takewithott.recommender;

import io.takewithott.core.Environment;
import java.time.Duration;
import java.util.Optional;

/**
 * Training on Spark.
 *
 * @param application its id on EMR Serverless
 * @param role the ARN of what a run may do
 * @param jar where the application is
 * @param parameters as {@code spark-submit} takes them
 * @param longest after which a run is ended
 * @param rule when it is used
 */
record SparkConfig(
    String application,
    String role,
    String jar,
    String parameters,
    Duration longest,
    EngineRule rule) {
  private static final int FROM_RATINGS = 60_000_000;
  private static final int FROM_TITLES = 80_000;
  private static final int FROM_SECONDS = 600;
  private static final int MOST_SECONDS = 900;
  private static final int HOURS = 4;
  private static final int MOST_HOURS = 24;

  /** Nothing where there is no application. */
  static Optional<SparkConfig> from(Environment.Settings settings) {
    Optional<String> application = settings.optional("TWO_SPARK_APPLICATION");
    Optional<String> role = settings.optional("TWO_SPARK_ROLE_ARN");
    Optional<String> jar = settings.optional("TWO_SPARK_JAR");
    Optional<String> parameters = settings.optional("TWO_SPARK_PARAMETERS");
    EngineRule rule =
        new EngineRule(
            settings.number("TWO_SPARK_FROM_RATINGS", FROM_RATINGS, 0, Integer.MAX_VALUE),
            settings.number("TWO_SPARK_FROM_TITLES", FROM_TITLES, 0, Integer.MAX_VALUE),
            settings.number("TWO_SPARK_FROM_SECONDS", FROM_SECONDS, 0, MOST_SECONDS));
    Duration longest = Duration.ofHours(settings.number("TWO_SPARK_HOURS", HOURS, 1, MOST_HOURS));
    return application.map(
        id ->
            new SparkConfig(
                id, role.orElse(""), jar.orElse(""), parameters.orElse(""), longest, rule));
  }
}
