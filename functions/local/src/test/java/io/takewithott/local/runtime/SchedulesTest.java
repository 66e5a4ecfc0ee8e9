package io.takewithott.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.local.runtime.InvocationResult.Outcome;
import io.takewithott.local.template.Template;
import io.takewithott.local.template.TemplateText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class SchedulesTest {

  private static final Template TEMPLATE =
      TemplateText.read(
          """
          Resources:
            Train:
              Type: AWS::Serverless::Function
              Properties:
                CodeUri: code
                Handler: H
                EventInvokeConfig: {MaximumRetryAttempts: 1}
                Events:
                  Often: {Type: ScheduleV2, Properties: {Name: often, ScheduleExpression: rate(5 minutes), Input: '{"at":"<aws.scheduler.scheduled-time>","try":"<aws.scheduler.attempt-number>"}'}}
                  Daily: {Type: ScheduleV2, Properties: {Name: daily, ScheduleExpression: cron(0 10 * * ? *)}}
                  Never: {Type: Schedule, Properties: {Name: never, Schedule: rate(1 minute), Enabled: false}}
          """);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T09:00:00Z"));
  private final List<String> events = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private Outcome outcome = Outcome.SUCCESS;

  private final FunctionRuntime train =
      new FunctionRuntime() {
        @Override
        public InvocationResult invoke(byte[] event, Invocation invocation) {
          events.add(
              new String(event, StandardCharsets.UTF_8).replace(invocation.requestId(), "ID"));
          return new InvocationResult(outcome, new byte[0]);
        }

        @Override
        public void warm() {}

        @Override
        public void close() {}
      };

  private final RuntimeSettings standard =
      RuntimeSettings.standard("ap-northeast-2", "000000000000", (function, instance, line) -> {});
  private final Schedules schedules =
      new Schedules(
          TEMPLATE,
          Functions.of(Map.of("Train", train)),
          standard.withClock(now::get),
          (schedule, function, attempt, result) ->
              log.add(schedule + " " + function + " " + attempt + " " + result.outcome()),
          Runnable::run,
          Executors.newSingleThreadExecutor());

  @Test
  void ratesFireInTheirRhythm() {
    at("2026-11-20T09:04:59Z");
    assertThat(events).isEmpty();

    at("2026-11-20T09:05:00Z");
    at("2026-11-20T09:05:01Z");
    at("2026-11-20T09:10:00.500Z");
    at("2026-11-20T09:15:00Z");

    assertThat(events)
        .containsExactly(
            "{\"at\":\"2026-11-20T09:05:00Z\",\"try\":\"1\"}",
            "{\"at\":\"2026-11-20T09:10:00Z\",\"try\":\"1\"}",
            "{\"at\":\"2026-11-20T09:15:00Z\",\"try\":\"1\"}");
  }

  @Test
  void firingsMissedWhileTheMachineSleptHappenOnce() {
    at("2026-11-20T09:58:00Z");

    assertThat(log).containsExactly("often Train 1 SUCCESS");
    assertThat(schedules.next("often")).contains(Instant.parse("2026-11-20T10:03:00Z"));
  }

  @Test
  void scheduleWithoutInputSendsSchedulersOwnEvent() {
    schedules.fire("daily");

    assertThat(events)
        .containsExactly(
            "{\"version\":\"0\",\"id\":\"ID\",\"detail-type\":\"Scheduled Event\",\"source\":\"aws.scheduler\","
                + "\"account\":\"000000000000\",\"time\":\"2026-11-20T09:00:00Z\",\"region\":\"ap-northeast-2\","
                + "\"resources\":[\"arn:aws:scheduler:ap-northeast-2:000000000000:schedule/default/daily\"],"
                + "\"detail\":\"{}\"}");
    assertThat(schedules.next("daily")).contains(Instant.parse("2026-11-20T10:00:00Z"));
  }

  @Test
  void failureIsRepeatedAfterAMinuteAsOftenAsDeclared() {
    outcome = Outcome.FUNCTION_ERROR;

    at("2026-11-20T09:05:00Z");
    at("2026-11-20T09:05:59Z");
    at("2026-11-20T09:06:00Z");
    at("2026-11-20T09:09:00Z");

    assertThat(log).containsExactly("often Train 1 FUNCTION_ERROR", "often Train 2 FUNCTION_ERROR");
    assertThat(events.get(1)).isEqualTo("{\"at\":\"2026-11-20T09:05:00Z\",\"try\":\"2\"}");
  }

  @Test
  void disabledScheduleFiresOnlyWhenTold() {
    at("2026-11-20T09:02:00Z");
    assertThat(log).isEmpty();
    assertThat(schedules.next("never")).isEmpty();

    assertThat(schedules.fire("never").succeeded()).isTrue();
  }

  @Test
  void unknownScheduleIsNamedWithThoseThereAre() {
    assertThatThrownBy(() -> schedules.fire("x"))
        .hasMessage("There is no schedule \"x\"; there are often, daily, never");
  }

  private void at(String instant) {
    now.set(Instant.parse(instant));
    schedules.tick();
  }
}
