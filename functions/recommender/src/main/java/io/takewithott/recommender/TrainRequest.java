package io.takewithott.recommender;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import io.takewithott.recommender.Audience.Scope;

/** What a training is asked for. */
record TrainRequest(Scope rank) {

  /** Reads the input; nothing, or nothing about ranks, means active users. */
  static TrainRequest parse(byte[] json) {
    if (json.length == 0) {
      return new TrainRequest(Scope.ACTIVE);
    }
    JsonNode rank = Json.tree(json).path("rank");
    if (rank.isMissingNode()) {
      return new TrainRequest(Scope.ACTIVE);
    }
    return switch (rank.asText()) {
      case "active" -> new TrainRequest(Scope.ACTIVE);
      case "everyone" -> new TrainRequest(Scope.EVERYONE);
      default ->
          throw new IllegalArgumentException(
              "rank must be \"active\" or \"everyone\", but is " + rank);
    };
  }
}
