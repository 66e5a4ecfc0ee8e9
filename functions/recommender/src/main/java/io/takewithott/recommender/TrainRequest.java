package io.takewithott.recommender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.takewithott.core.json.Json;
import io.takewithott.recommender.Audience.Scope;
import java.time.Duration;
import java.util.Optional;

/**
 * What a training is asked for.
 *
 * @param longest the longest that fitting may take, if it is to be shorter than is configured
 * @param engine where to train, if it is not left to {@link EngineRule}
 * @param rollback the earlier model to go back to instead of training: its name, or "previous"
 */
record TrainRequest(
    Scope rank, Optional<Duration> longest, Optional<Engine> engine, Optional<String> rollback) {
  private static final int LEAST_SECONDS = 1;
  private static final int MOST_SECONDS = 840;

  /** Reads the input; nothing, or nothing about ranks, means active users. */
  static TrainRequest parse(byte[] json) {
    JsonNode input = json.length == 0 ? MissingNode.getInstance() : Json.tree(json);
    return new TrainRequest(
        rank(input.path("rank")),
        longest(input.path("seconds")),
        engine(input.path("engine")),
        rollback(input.path("rollback")));
  }

  private static Scope rank(JsonNode rank) {
    if (rank.isMissingNode()) {
      return Scope.ACTIVE;
    }
    return switch (rank.asText()) {
      case "active" -> Scope.ACTIVE;
      case "everyone" -> Scope.EVERYONE;
      default ->
          throw new IllegalArgumentException(
              "rank must be \"active\" or \"everyone\", but is " + rank);
    };
  }

  private static Optional<Duration> longest(JsonNode seconds) {
    if (seconds.isMissingNode()) {
      return Optional.empty();
    }
    if (!seconds.isInt() || seconds.asInt() < LEAST_SECONDS || seconds.asInt() > MOST_SECONDS) {
      throw new IllegalArgumentException(
          "seconds must be a whole number from %d to %d, but is %s"
              .formatted(LEAST_SECONDS, MOST_SECONDS, seconds));
    }
    return Optional.of(Duration.ofSeconds(seconds.asInt()));
  }

  private static Optional<Engine> engine(JsonNode engine) {
    if (engine.isMissingNode()) {
      return Optional.empty();
    }
    return switch (engine.asText()) {
      case "function" -> Optional.of(Engine.FUNCTION);
      case "spark" -> Optional.of(Engine.SPARK);
      default ->
          throw new IllegalArgumentException(
              "engine must be \"function\" or \"spark\", but is " + engine);
    };
  }

  private static Optional<String> rollback(JsonNode rollback) {
    if (rollback.isMissingNode()) {
      return Optional.empty();
    }
    if (!rollback.isTextual() || rollback.asText().isBlank()) {
      throw new IllegalArgumentException(
          "rollback must be \"previous\" or the name of a model, but is " + rollback);
    }
    return Optional.of(rollback.asText());
  }

  /** What trains. */
  enum Engine {
    /** This function itself. */
    FUNCTION,
    /** A job on EMR Serverless, which this function starts. */
    SPARK
  }
}
