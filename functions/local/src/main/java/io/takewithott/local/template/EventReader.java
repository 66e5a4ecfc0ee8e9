package io.takewithott.local.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the events that are not HTTP: queues and schedules. */
final class EventReader {

  /** Past ten messages SQS gathers over time, so AWS asks for a window. */
  private static final int BATCH_WITHOUT_WINDOW = 10;

  private static final int DEFAULT_ASYNC_RETRIES = 2;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<QueueDefinition> queues;

  EventReader(List<QueueDefinition> queues) {
    this.queues = queues;
  }

  Optional<QueueSource> queueSource(Properties event, Duration timeout) {
    int batchSize = event.integer("BatchSize", BATCH_WITHOUT_WINDOW, 1, 10_000);
    int window = event.integer("MaximumBatchingWindowInSeconds", 0, 0, 300);
    if (batchSize > BATCH_WITHOUT_WINDOW && window == 0) {
      event.problem(
          "BatchSize",
          "found "
              + batchSize
              + "; past "
              + BATCH_WITHOUT_WINDOW
              + " a MaximumBatchingWindowInSeconds of 1 or more is needed");
    }
    List<String> responseTypes = event.texts("FunctionResponseTypes");
    Optional<String> queue = Reference.queueArn(event, "Queue");
    queue.flatMap(this::queue).ifPresent(definition -> checkVisibility(definition, timeout, event));
    return queue.map(
        logicalId ->
            new QueueSource(
                logicalId,
                batchSize,
                Duration.ofSeconds(window),
                responseTypes.contains("ReportBatchItemFailures"),
                maximumConcurrency(event),
                event.flag("Enabled", true)));
  }

  private static OptionalInt maximumConcurrency(Properties event) {
    return event
        .mapping("ScalingConfig")
        .filter(scaling -> scaling.has("MaximumConcurrency"))
        .map(scaling -> OptionalInt.of(scaling.integer("MaximumConcurrency", 2, 2, 1000)))
        .orElse(OptionalInt.empty());
  }

  private static void checkVisibility(QueueDefinition queue, Duration timeout, Properties event) {
    if (queue.visibilityTimeout().compareTo(timeout) < 0) {
      event.problem(
          "Queue",
          "found "
              + queue.logicalId()
              + " with a VisibilityTimeout of "
              + queue.visibilityTimeout().toSeconds()
              + " s, below the function's Timeout of "
              + timeout.toSeconds()
              + " s; AWS refuses that, and advises six times the Timeout");
    }
  }

  private Optional<QueueDefinition> queue(String logicalId) {
    return queues.stream().filter(queue -> queue.logicalId().equals(logicalId)).findFirst();
  }

  Optional<ScheduleDefinition> schedule(
      Resource function, String eventName, Properties event, String property) {
    Optional<String> expression =
        event.requiredText(property, "a schedule needs rate(...) or cron(...)");
    Optional<ScheduleExpression> firing = expression.flatMap(text -> parse(text, event, property));
    Optional<String> input = event.text("Input").filter(text -> isJson(text, event));
    ZoneId zone =
        event
            .text("ScheduleExpressionTimezone")
            .map(name -> zone(name, event))
            .orElse(ZoneOffset.UTC);
    boolean enabled =
        event.flag("Enabled", true) && !event.text("State").filter("DISABLED"::equals).isPresent();
    return firing.map(
        when ->
            new ScheduleDefinition(
                event.text("Name").orElse(function.logicalId() + eventName),
                expression.orElse(""),
                when,
                zone,
                input,
                enabled,
                retries(function.properties())));
  }

  private static Optional<ScheduleExpression> parse(
      String text, Properties event, String property) {
    try {
      return Optional.of(ScheduleExpression.parse(text));
    } catch (IllegalArgumentException e) {
      event.problem(property, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static boolean isJson(String text, Properties event) {
    try {
      JSON.readTree(text);
      return true;
    } catch (JsonProcessingException e) {
      event.problem("Input", "found " + text + ", which is not JSON: " + e.getOriginalMessage());
      return false;
    }
  }

  private static ZoneId zone(String name, Properties event) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      event.problem(
          "ScheduleExpressionTimezone",
          "found \"" + name + "\"; supported are names of the time zone database (Asia/Seoul)");
      return ZoneOffset.UTC;
    }
  }

  private static int retries(Properties function) {
    return function
        .mapping("EventInvokeConfig")
        .map(config -> config.integer("MaximumRetryAttempts", DEFAULT_ASYNC_RETRIES, 0, 2))
        .orElse(DEFAULT_ASYNC_RETRIES);
  }
}
