package io.takewithott.local.template;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a schedule fires: {@code rate(5 minutes)} or {@code cron(0 18 ? * MON-FRI *)}, as
 * EventBridge reads them.
 */
public sealed interface ScheduleExpression permits ScheduleExpression.Rate, CronExpression {

  /**
   * The next firing strictly after the given one (or after the start); empty if there is none any
   * more.
   */
  Optional<Instant> next(Instant after, ZoneId zone);

  /**
   * @throws IllegalArgumentException saying what was found and what is supported
   */
  static ScheduleExpression parse(String text) {
    Matcher rate = Rate.FORM.matcher(text);
    if (rate.matches()) {
      return Rate.of(text, Long.parseLong(rate.group(1)), rate.group(2));
    }
    if (text.startsWith("cron(") && text.endsWith(")")) {
      return CronExpression.parse(text.substring("cron(".length(), text.length() - 1));
    }
    throw new IllegalArgumentException(
        "found \""
            + text
            + "\"; supported are rate(n minutes|hours|days) and cron(minutes hours day-of-month month"
            + " day-of-week year)");
  }

  /** A fixed distance, counted from the start of the server. */
  record Rate(Duration interval) implements ScheduleExpression {

    private static final Pattern FORM =
        Pattern.compile("rate\\(([1-9]\\d{0,5}) (minute|hour|day)(?:s)?\\)");

    private static Rate of(String text, long value, String unit) {
      // EventBridge refuses "1 minutes" and "5 minute".
      if ((value == 1) == text.endsWith("s)")) {
        throw new IllegalArgumentException(
            "found \""
                + text
                + "\"; the unit is singular for 1 and plural otherwise: rate(1 minute), rate(5 minutes)");
      }
      return switch (unit) {
        case "minute" -> new Rate(Duration.ofMinutes(value));
        case "hour" -> new Rate(Duration.ofHours(value));
        default -> new Rate(Duration.ofDays(value));
      };
    }

    @Override
    public Optional<Instant> next(Instant after, ZoneId zone) {
      return Optional.of(after.plus(interval));
    }
  }
}
