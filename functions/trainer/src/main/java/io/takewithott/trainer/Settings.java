package io.takewithott.trainer;

import io.takewithott.core.Environment;
import io.takewithott.recommender.TrainingDesk;
import java.io.Serializable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The recommender's settings, sent along to every machine. */
record Settings(HashMap<String, String> variables) implements Serializable {
  /** Of one task; EMR ends the whole job by its own limit. */
  private static final Duration LONGEST_TASK = Duration.ofHours(6);

  static Settings of(Map<String, String> variables) {
    return new Settings(new HashMap<>(variables));
  }

  TrainingDesk desk() {
    return TrainingDesk.of(Environment.of(variables), InstantSource.system(), LONGEST_TASK);
  }
}
