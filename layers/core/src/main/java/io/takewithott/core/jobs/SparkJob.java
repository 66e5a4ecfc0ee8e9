package io.takewithott.core.jobs;

import java.time.Duration;
import java.util.List;

/**
 * A run that is asked for.
 *
 * @param token no two runs have the same; asking again with it starts no second run
 * @param jar where the application is, {@code s3://…}
 * @param parameters as {@code spark-submit} takes them
 * @param longest after which EMR ends it
 */
public record SparkJob(
    String token, String jar, List<String> arguments, String parameters, Duration longest) {
  public SparkJob {
    arguments = List.copyOf(arguments);
  }
}
