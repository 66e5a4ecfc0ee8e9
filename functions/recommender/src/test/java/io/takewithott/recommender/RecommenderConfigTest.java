package io.takewithott.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.core.Environment;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecommenderConfigTest {
  private static final Map<String, String> COMPLETE =
      Map.of(
          "AWS_REGION", "ap-northeast-2",
          "TWO_DATABASE_CLUSTER_ARN", "cluster",
          "TWO_DATABASE_SECRET_ARN", "secret",
          "TWO_DATABASE_NAME", "takewithott",
          "TWO_BUCKET", "data");

  @Test
  void trainingTakesSevenMinutesUnlessToldOtherwise() {
    assertThat(config(Map.of()).training()).isEqualTo(Duration.ofMinutes(7));
    assertThat(config(Map.of("TWO_TRAINING_SECONDS", "60")).training())
        .isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void everyProblemIsReported() {
    assertThatThrownBy(
            () ->
                RecommenderConfig.from(
                    Environment.of(
                        Map.of("AWS_REGION", "x", "TWO_TRAINING_SECONDS", "1", "TWO_BUKET", "b"))))
        .hasMessageContaining("TWO_BUCKET is not set")
        .hasMessageContaining("TWO_TRAINING_SECONDS must be a whole number from 5 to 840")
        .hasMessageContaining("TWO_BUKET is not a setting here; did you mean TWO_BUCKET?");
  }

  private static RecommenderConfig config(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(COMPLETE);
    all.putAll(more);
    return RecommenderConfig.from(Environment.of(all));
  }
}
