package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A log line against CloudWatch's specification of the embedded metric format: what breaks one of
 * its rules becomes no metric, and nobody is told.
 */
final class EmbeddedMetrics {
  private static final int MOST_METRICS = 100;
  private static final int MOST_DIMENSIONS = 30;
  private static final int LONGEST_NAME = 1024;
  private static final Set<String> UNITS =
      Set.of("Count", "Milliseconds", "Seconds", "Bytes", "Percent", "None");

  private EmbeddedMetrics() {}

  /** The names of the line's metrics. */
  static List<String> check(JsonNode line) {
    JsonNode aws = line.path("_aws");
    assertThat(aws.path("Timestamp").isIntegralNumber()).as("Timestamp of %s", line).isTrue();
    assertThat(aws.path("Timestamp").asLong())
        .as("milliseconds since 1970, of this century")
        .isBetween(946_684_800_000L, 4_102_444_800_000L);
    assertThat(aws.path("CloudWatchMetrics").isArray()).isTrue();
    assertThat(aws.path("CloudWatchMetrics")).isNotEmpty();
    List<String> names = new ArrayList<>();
    aws.path("CloudWatchMetrics").forEach(directive -> names.addAll(directive(directive, line)));
    return names;
  }

  private static List<String> directive(JsonNode directive, JsonNode line) {
    assertThat(directive.path("Namespace").asText())
        .matches("[A-Za-z0-9._/#:-]{1,255}")
        .doesNotStartWith("AWS/");
    assertThat(directive.path("Dimensions").isArray()).isTrue();
    for (JsonNode set : directive.path("Dimensions")) {
      assertThat(set.isArray()).isTrue();
      assertThat(set.size()).isLessThanOrEqualTo(MOST_DIMENSIONS);
      set.forEach(dimension -> dimension(dimension.asText(), line));
    }
    assertThat(directive.path("Metrics").size()).isBetween(1, MOST_METRICS);
    List<String> names = new ArrayList<>();
    for (JsonNode metric : directive.path("Metrics")) {
      String name = metric.path("Name").asText();
      assertThat(name).hasSizeBetween(1, LONGEST_NAME);
      assertThat(line.path(name).isNumber()).as("%s at the root of %s", name, line).isTrue();
      assertThat(UNITS).contains(metric.path("Unit").asText());
      names.add(name);
    }
    return names;
  }

  private static void dimension(String name, JsonNode line) {
    assertThat(name).hasSizeBetween(1, 250).doesNotStartWith(":");
    assertThat(line.path(name).isTextual()).as("%s at the root of %s", name, line).isTrue();
    assertThat(line.path(name).asText()).hasSizeBetween(1, LONGEST_NAME);
  }
}
