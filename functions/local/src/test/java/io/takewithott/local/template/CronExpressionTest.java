package io.takewithott.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2026-11-20 is a Friday. */
final class CronExpressionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 10 * * ? *            | 2026-11-20T09:59:59Z | 2026-11-20T10:00:00Z",
        "0 10 * * ? *            | 2026-11-20T10:00:00Z | 2026-11-21T10:00:00Z",
        "15 12 ? * MON-FRI *     | 2026-11-20T12:15:00Z | 2026-11-23T12:15:00Z",
        "0/15 * * * ? *          | 2026-11-20T23:50:00Z | 2026-11-21T00:00:00Z",
        "5/20 * * * ? *          | 2026-11-20T10:05:00Z | 2026-11-20T10:25:00Z",
        "0 8 1 * ? *             | 2026-11-20T00:00:00Z | 2026-12-01T08:00:00Z",
        "0 0 L * ? *             | 2026-11-20T00:00:00Z | 2026-11-30T00:00:00Z",
        "0 0 L 2 ? *             | 2027-03-01T00:00:00Z | 2028-02-29T00:00:00Z",
        "0 0 LW * ? *            | 2027-01-01T00:00:00Z | 2027-01-29T00:00:00Z",
        "0 0 1W * ? *            | 2027-04-30T12:00:00Z | 2027-05-03T00:00:00Z",
        "0 0 15W * ? *           | 2026-11-01T00:00:00Z | 2026-11-16T00:00:00Z",
        "0 0 31W * ? *           | 2027-01-01T00:00:00Z | 2027-01-29T00:00:00Z",
        "0 9 ? * 2#1 *           | 2026-11-20T00:00:00Z | 2026-12-07T09:00:00Z",
        "0 9 ? * FRI#5 *         | 2026-11-20T00:00:00Z | 2027-01-29T09:00:00Z",
        "0 9 ? * 6L *            | 2026-11-20T10:00:00Z | 2026-11-27T09:00:00Z",
        "0 9 ? * L *             | 2026-11-20T00:00:00Z | 2026-11-21T09:00:00Z",
        "0 9 ? * SUN,WED *       | 2026-11-20T00:00:00Z | 2026-11-22T09:00:00Z",
        "0 9 ? * SAT-MON *       | 2026-11-22T10:00:00Z | 2026-11-23T09:00:00Z",
        "0 22-2 * * ? *          | 2026-11-20T02:30:00Z | 2026-11-20T22:00:00Z",
        "0 0 1 JAN,JUL ? *       | 2026-11-20T00:00:00Z | 2027-01-01T00:00:00Z",
        "0 0 29 2 ? 2027-2029    | 2026-11-20T00:00:00Z | 2028-02-29T00:00:00Z",
        "30 4 1 1 ? 2026/5       | 2026-11-20T00:00:00Z | 2031-01-01T04:30:00Z",
        "59 23 31 12 ? 2199      | 2026-11-20T00:00:00Z | 2199-12-31T23:59:00Z",
      })
  void firesNextAt(String fields, Instant after, Instant next) {
    assertThat(ScheduleExpression.parse("cron(" + fields + ")").next(after, ZoneOffset.UTC))
        .contains(next);
  }

  @ParameterizedTest
  @CsvSource({"0 0 30 2 ? *", "0 0 1 1 ? 2025"})
  void firesNeverAgain(String fields) {
    Instant after = Instant.parse("2026-11-20T00:00:00Z");

    assertThat(ScheduleExpression.parse("cron(" + fields + ")").next(after, ZoneOffset.UTC))
        .isEmpty();
  }

  @Test
  void fieldsAreReadInTheSchedulesZone() {
    Instant after = Instant.parse("2026-11-20T00:00:00Z");

    assertThat(ScheduleExpression.parse("cron(0 4 * * ? *)").next(after, ZoneId.of("Asia/Seoul")))
        .contains(Instant.parse("2026-11-20T19:00:00Z"));
  }

  @Test
  void skippedTimeDoesNotFireAndRepeatedTimeFiresOnce() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    ScheduleExpression daily = ScheduleExpression.parse("cron(30 2 * * ? *)");

    assertThat(daily.next(Instant.parse("2027-03-28T00:00:00Z"), berlin))
        .contains(Instant.parse("2027-03-29T00:30:00Z"));
    assertThat(daily.next(Instant.parse("2027-10-30T22:00:00Z"), berlin))
        .contains(Instant.parse("2027-10-31T00:30:00Z"));
    assertThat(daily.next(Instant.parse("2027-10-31T00:30:00Z"), berlin))
        .contains(Instant.parse("2027-11-01T01:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "rate(1 minute), 60",
    "rate(5 minutes), 300",
    "rate(2 hours), 7200",
    "rate(1 day), 86400"
  })
  void rateCountsFromTheLastFiring(String expression, long seconds) {
    Instant after = Instant.parse("2026-11-20T00:00:07Z");

    assertThat(ScheduleExpression.parse(expression).next(after, ZoneOffset.UTC))
        .contains(after.plusSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "rate(1 minutes) | found \"rate(1 minutes)\"; the unit is singular for 1 and plural otherwise: rate(1 minute), rate(5 minutes)",
        "rate(5 minute) | found \"rate(5 minute)\"; the unit is singular for 1 and plural otherwise: rate(1 minute), rate(5 minutes)",
        "rate(0 minutes) | found \"rate(0 minutes)\"; supported are rate(n minutes|hours|days) and cron(minutes hours day-of-month month day-of-week year)",
        "at(2026-11-20T00:00:00) | found \"at(2026-11-20T00:00:00)\"; supported are rate(n minutes|hours|days) and cron(minutes hours day-of-month month day-of-week year)",
        "cron(0 10 * * *) | found 5 fields in cron(0 10 * * *); there are six: minutes hours day-of-month month day-of-week year",
        "cron(0 10 * * * *) | found cron(0 10 * * * *); exactly one of day-of-month and day-of-week is \"?\"",
        "cron(0 10 ? * ? *) | found cron(0 10 ? * ? *); exactly one of day-of-month and day-of-week is \"?\"",
        "cron(60 10 ? * MON *) | found \"60\" in the field minutes; supported are 0 to 59 with , - * / (and ? L W # in the day fields)",
        "cron(0 10 ? * MOO *) | found \"MOO\" in the field day-of-week; supported are 1 to 7 with , - * / (and ? L W # in the day fields)",
        "cron(0 10 ? 1-2-3 MON *) | found \"1-2-3\" in the field month; supported are 1 to 12 with , - * / (and ? L W # in the day fields)",
      })
  void wrongExpressionsAreExplained(String line) {
    String[] parts = line.split(" \\| ");
    assertThatThrownBy(() -> ScheduleExpression.parse(parts[0])).hasMessage(parts[1]);
  }
}
