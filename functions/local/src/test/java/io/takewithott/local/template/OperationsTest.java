package io.takewithott.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import io.takewithott.core.metrics.Dimension;
import io.takewithott.core.metrics.Metric;
import io.takewithott.testing.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The template's alarms, its dashboard, the metrics of the code and the runbook say the same. */
class OperationsTest {
  private static final String NAMESPACE = "TakeWithOtt/${AWS::StackName}";
  private static final String LOG_METRIC = "ApiErrors";

  private JsonNode template;
  private String runbook;

  @BeforeEach
  void read() throws IOException {
    template = RealTemplate.read();
    runbook = Files.readString(Checkout.root().resolve(".github/OPERATIONS.md"));
  }

  @Test
  void everyAlarmSaysInTheRunbookWhatToDo() {
    Map<String, List<String>> entries = rows("alarm");

    assertThat(entries.keySet()).isEqualTo(alarms().keySet());
    entries.forEach(
        (alarm, cells) ->
            assertThat(cells)
                .as(alarm)
                .hasSize(2)
                .allSatisfy(cell -> assertThat(cell).isNotBlank()));
  }

  @Test
  void everyAlarmTellsSomebody() {
    alarms()
        .forEach(
            (name, alarm) -> {
              assertThat(alarm.at("/AlarmActions/0/Ref").asText()).as(name).isEqualTo("Alarms");
              assertThat(alarm.path("AlarmDescription").asText()).as(name).isNotBlank();
            });
  }

  @Test
  void everyMetricStandsInTheRunbookAsItIs() {
    Map<String, List<String>> described = rows("metric");

    Map<String, List<String>> known = new TreeMap<>();
    for (Metric metric : Metric.values()) {
      known.put(
          metric.title(),
          List.of(metric.unit().title(), metric.dimension().map(Dimension::title).orElse("")));
    }
    Map<String, List<String>> units = new TreeMap<>();
    described.forEach((metric, cells) -> units.put(metric, cells.subList(0, 2)));
    assertThat(units).isEqualTo(known);
  }

  @Test
  void everyAlarmOfOursWatchesAMetricThatIsMeasured() {
    alarms()
        .forEach(
            (name, alarm) -> {
              String metric = alarm.path("MetricName").asText();
              if (isOurs(alarm.path("Namespace")) && !metric.equals(LOG_METRIC)) {
                List<String> dimensions = new ArrayList<>();
                alarm
                    .path("Dimensions")
                    .forEach(dimension -> dimensions.add(dimension.path("Name").asText()));
                assertThat(dimensions).as(name + " of " + metric).isEqualTo(dimensions(metric));
              }
            });
  }

  @Test
  void whatMustNeverHappenRings() {
    Set<String> watched =
        alarms().values().stream()
            .map(alarm -> alarm.path("MetricName").asText())
            .collect(Collectors.toSet());

    assertThat(watched)
        .contains(
            "LedgerImbalance",
            "OrdersDiffering",
            "RefundsStuck",
            "PaymentFailures",
            "RankingAge",
            "RefreshLag",
            "MailsGivenUp",
            "ImportLag");
  }

  @Test
  void onlyTheGatewaysErrorsAreCountedFromALog() {
    assertThat(RealTemplate.ofType(template, "AWS::Logs::MetricFilter").keySet())
        .containsExactly(LOG_METRIC);
  }

  @Test
  void everyFunctionPutsItsMetricsWhereTheAlarmsLook() {
    assertThat(
            template
                .at("/Globals/Function/Environment/Variables/AWS_EMF_NAMESPACE/Fn::Sub")
                .asText())
        .isEqualTo(NAMESPACE);
  }

  @Test
  void theDashboardShowsWhatIsMeasured() {
    JsonNode board = dashboard();
    Set<String> shown = new TreeSet<>();
    for (JsonNode widget : board.path("widgets")) {
      String before = "";
      String name = "";
      for (JsonNode line : widget.at("/properties/metrics")) {
        String first = line.path(0).asText();
        before = first.startsWith("TakeWithOtt") ? first : first.matches("\\.+") ? before : "";
        name =
            line.path(1).asText().matches("[A-Z].*") && !first.equals("...")
                ? line.path(1).asText()
                : name;
        if (!before.isEmpty()) {
          shown.add(name);
        }
        String search = line.path(0).path("expression").asText();
        if (search.contains("{TakeWithOtt/")) {
          shown.add(search.replaceFirst("(?s).*MetricName=\"([A-Za-z]+)\".*", "$1"));
        }
      }
    }

    Set<String> measured =
        Arrays.stream(Metric.values()).map(Metric::title).collect(Collectors.toSet());
    assertThat(measured).containsAll(shown);
    measured.removeAll(shown);
    assertThat(measured).as("what no widget shows").containsExactly("ClientErrors");
  }

  @Test
  void widgetsDoNotLieOnEachOther() {
    Set<String> cells = new TreeSet<>();
    int wanted = 0;
    for (JsonNode widget : dashboard().path("widgets")) {
      for (int x = 0; x < widget.path("width").asInt(); x++) {
        for (int y = 0; y < widget.path("height").asInt(); y++) {
          cells.add((widget.path("x").asInt() + x) + " " + (widget.path("y").asInt() + y));
          wanted++;
        }
      }
    }

    assertThat(cells).hasSize(wanted);
  }

  private JsonNode dashboard() {
    String body = template.at("/Resources/Dashboard/Properties/DashboardBody/Fn::Sub").asText();
    return Json.tree(body.replaceAll("\\$\\{[^}]+}", "x").getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, JsonNode> alarms() {
    return RealTemplate.ofType(template, "AWS::CloudWatch::Alarm");
  }

  private static boolean isOurs(JsonNode namespace) {
    return namespace.path("Fn::Sub").asText().equals(NAMESPACE);
  }

  private static List<String> dimensions(String title) {
    Optional<Metric> metric =
        Arrays.stream(Metric.values()).filter(one -> one.title().equals(title)).findFirst();
    assertThat(metric).as(title).isPresent();
    return metric.get().dimension().map(Dimension::title).stream().toList();
  }

  /** The runbook's table whose head begins with that word: the other cells by the first. */
  private Map<String, List<String>> rows(String head) {
    List<String> lines = runbook.lines().toList();
    int start =
        lines.stream().map(line -> line.startsWith("| " + head + " |")).toList().indexOf(true);
    assertThat(start).as("the table of " + head + "s").isNotNegative();
    Map<String, List<String>> rows = new TreeMap<>();
    for (String line : lines.subList(start + 2, lines.size())) {
      if (!line.startsWith("|")) {
        return rows;
      }
      List<String> cells =
          Pattern.compile("(?<=\\|)((?:[^|\\\\]|\\\\.)*)(?=\\|)")
              .matcher(line)
              .results()
              .map(MatchResult::group)
              .map(String::strip)
              .toList();
      rows.put(cells.get(0), cells.subList(1, cells.size()));
    }
    return rows;
  }
}
