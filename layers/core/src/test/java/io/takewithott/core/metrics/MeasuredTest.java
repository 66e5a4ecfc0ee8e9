package io.takewithott.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import io.takewithott.core.logging.JsonLogEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class MeasuredTest {
  private static final long SECOND_OF_2026 = 1_767_225_601_000L;

  @Test
  void aLineSaysWhichOfItsMembersAreMetrics() {
    Measured measured =
        Measured.of(Metric.REQUEST_MILLIS, 12, "Catalog").and(Metric.DATABASE_CALLS, 1);

    assertThat(line(measured))
        .isEqualTo(
            "{\"timestamp\":\"2026-01-01T00:00:01Z\",\"level\":\"INFO\",\"message\":\"said\","
                + "\"logger\":\"io.x\",\"requestId\":\"r-1\",\"status\":200,"
                + "\"Service\":\"Catalog\",\"RequestMillis\":12,\"DatabaseCalls\":1,"
                + "\"_aws\":{\"Timestamp\":1767225601000,\"CloudWatchMetrics\":["
                + "{\"Namespace\":\"TakeWithOtt/here\",\"Dimensions\":[[\"Service\"]],\"Metrics\":["
                + "{\"Name\":\"RequestMillis\",\"Unit\":\"Milliseconds\"},"
                + "{\"Name\":\"DatabaseCalls\",\"Unit\":\"Count\"}]}]}}\n");
  }

  @Test
  void aMetricWithoutADimensionHasAnEmptySetOfThem() {
    JsonNode line =
        Json.tree(line(Measured.of(Metric.LEDGER_IMBALANCE, 0)).getBytes(StandardCharsets.UTF_8));

    assertThat(line.path("LedgerImbalance").asInt(-1)).isZero();
    assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions")).hasToString("[[]]");
  }

  @Test
  void everyMetricHasANameOfItsOwn() {
    assertThat(Arrays.stream(Metric.values()).map(Metric::title).collect(Collectors.toSet()))
        .hasSize(Metric.values().length)
        .allMatch(title -> title.matches("[A-Z][A-Za-z]{1,60}"));
  }

  @Test
  void whatALineCannotSayIsRefused() {
    assertThatThrownBy(() -> Measured.of(Metric.REFRESH_LAG, 1, "Catalog"))
        .hasMessage("REFRESH_LAG has no dimension");
    assertThatThrownBy(() -> Measured.of(Metric.REQUEST_MILLIS, 1))
        .hasMessage("REQUEST_MILLIS is not told apart by null");
    assertThatThrownBy(
            () -> Measured.of(Metric.REQUEST_MILLIS, 1, "Auth").and(Metric.RANKING_AGE, 1))
        .hasMessage("RANKING_AGE is not told apart by SERVICE");
    assertThatThrownBy(() -> Measured.of(Metric.REQUEST_MILLIS, 1, "/titles/17"))
        .hasMessage("No value of a dimension: /titles/17");
  }

  private static String line(Measured measured) {
    LoggingEvent event =
        new LoggingEvent(
            "caller", new LoggerContext().getLogger("io.x"), Level.INFO, "said", null, null);
    event.setTimeStamp(SECOND_OF_2026);
    event.setMDCPropertyMap(Map.of("requestId", "r-1"));
    event.setKeyValuePairs(
        List.of(new KeyValuePair("status", 200), new KeyValuePair(Measured.KEY, measured)));
    return new String(new JsonLogEncoder("TakeWithOtt/here").encode(event), StandardCharsets.UTF_8);
  }
}
