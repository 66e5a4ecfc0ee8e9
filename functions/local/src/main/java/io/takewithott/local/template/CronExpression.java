package io.takewithott.local.template;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * EventBridge's six fields: minutes, hours, day of month, month, day of week (1 is Sunday), year;
 * exactly one of the two day fields is "?". Searching walks months, then days, then the minutes of
 * a day, so it is bounded by the last year EventBridge knows. A time the clocks skip does not fire;
 * a time they repeat fires once.
 */
final class CronExpression implements ScheduleExpression {

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
  private static final Pattern NEAREST_WEEKDAY = Pattern.compile("(\\d{1,2})W");
  private static final Pattern LAST_WEEKDAY = Pattern.compile("(\\w{1,3})L");
  private static final Pattern NTH_WEEKDAY = Pattern.compile("(\\w{1,3})#([1-5])");

  private final BitSet minutes;
  private final BitSet hours;
  private final BitSet months;
  private final BitSet years;
  private final Predicate<LocalDate> days;

  private CronExpression(
      BitSet minutes, BitSet hours, BitSet months, BitSet years, Predicate<LocalDate> days) {
    this.minutes = minutes;
    this.hours = hours;
    this.months = months;
    this.years = years;
    this.days = days;
  }

  static CronExpression parse(String text) {
    String[] fields = text.trim().toUpperCase(Locale.ROOT).split("\\s+");
    if (fields.length != 6) {
      throw new IllegalArgumentException(
          "found "
              + fields.length
              + " fields in cron("
              + text
              + "); there are six: minutes hours day-of-month month"
              + " day-of-week year");
    }
    if (fields[2].equals("?") == fields[4].equals("?")) {
      throw new IllegalArgumentException(
          "found cron(" + text + "); exactly one of day-of-month and day-of-week is \"?\"");
    }
    return new CronExpression(
        numbers("minutes", fields[0], 0, 59, List.of()),
        numbers("hours", fields[1], 0, 23, List.of()),
        numbers("month", fields[3], 1, 12, MONTHS),
        numbers("year", fields[5], FIRST_YEAR, LAST_YEAR, List.of()),
        fields[2].equals("?") ? daysOfWeek(fields[4]) : daysOfMonth(fields[2]));
  }

  /**
   * A comma list of *, n, n-m, each with an optional /step; names stand for numbers from {@code
   * least} on.
   */
  private static BitSet numbers(
      String field, String text, int least, int most, List<String> names) {
    BitSet set = new BitSet(most + 1);
    for (String part : text.split(",", -1)) {
      String[] range = part.split("/", -1);
      int step = range.length == 2 ? number(field, range[1], 1, most, List.of()) : 1;
      String[] ends =
          range[0].equals("*") ? new String[] {"" + least, "" + most} : range[0].split("-", -1);
      if (range.length > 2 || ends.length > 2) {
        throw wrong(field, part, least, most);
      }
      int from = number(field, ends[0], least, most, names);
      int to = from;
      if (ends.length == 2) {
        to = number(field, ends[1], least, most, names);
      } else if (range.length == 2) {
        to = most;
      }
      // SAT-MON and 22-2 go round the end.
      int span = to >= from ? to - from : to - from + most - least + 1;
      for (int offset = 0; offset <= span; offset += step) {
        set.set(least + (from - least + offset) % (most - least + 1));
      }
    }
    return set;
  }

  private static int number(String field, String text, int least, int most, List<String> names) {
    int named = names.indexOf(text);
    if (named >= 0) {
      return named + least;
    }
    if (text.matches("\\d{1,4}")
        && Integer.parseInt(text) >= least
        && Integer.parseInt(text) <= most) {
      return Integer.parseInt(text);
    }
    throw wrong(field, text, least, most);
  }

  private static IllegalArgumentException wrong(String field, String text, int least, int most) {
    return new IllegalArgumentException(
        "found \""
            + text
            + "\" in the field "
            + field
            + "; supported are "
            + least
            + " to "
            + most
            + " with , - * / (and ? L W # in the day fields)");
  }

  private static Predicate<LocalDate> daysOfMonth(String text) {
    if (text.equals("L")) {
      return date -> date.getDayOfMonth() == date.lengthOfMonth();
    }
    if (text.equals("LW")) {
      return date -> date.equals(nearestWeekday(date.with(TemporalAdjusters.lastDayOfMonth())));
    }
    Matcher nearest = NEAREST_WEEKDAY.matcher(text);
    if (nearest.matches()) {
      int day = number("day-of-month", nearest.group(1), 1, 31, List.of());
      return date ->
          day <= date.lengthOfMonth() && date.equals(nearestWeekday(date.withDayOfMonth(day)));
    }
    BitSet set = numbers("day-of-month", text, 1, 31, List.of());
    return date -> set.get(date.getDayOfMonth());
  }

  /** The weekday nearest to the given day without leaving its month. */
  private static LocalDate nearestWeekday(LocalDate day) {
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
      return day.getDayOfMonth() == 1 ? day.plusDays(2) : day.minusDays(1);
    }
    if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return day.getDayOfMonth() == day.lengthOfMonth() ? day.minusDays(2) : day.plusDays(1);
    }
    return day;
  }

  private static Predicate<LocalDate> daysOfWeek(String text) {
    if (text.equals("L")) {
      return date -> sundayFirst(date) == 7;
    }
    Matcher last = LAST_WEEKDAY.matcher(text);
    if (last.matches()) {
      int day = number("day-of-week", last.group(1), 1, 7, DAYS);
      return date -> sundayFirst(date) == day && date.getDayOfMonth() > date.lengthOfMonth() - 7;
    }
    Matcher nth = NTH_WEEKDAY.matcher(text);
    if (nth.matches()) {
      int day = number("day-of-week", nth.group(1), 1, 7, DAYS);
      int week = Integer.parseInt(nth.group(2));
      return date -> sundayFirst(date) == day && (date.getDayOfMonth() - 1) / 7 + 1 == week;
    }
    BitSet set = numbers("day-of-week", text, 1, 7, DAYS);
    return date -> set.get(sundayFirst(date));
  }

  private static int sundayFirst(LocalDate date) {
    return date.getDayOfWeek().getValue() % 7 + 1;
  }

  @Override
  public Optional<Instant> next(Instant after, ZoneId zone) {
    LocalDateTime from = LocalDateTime.ofInstant(after, zone);
    LocalDate first = from.toLocalDate();
    for (YearMonth month = YearMonth.from(first);
        month.getYear() <= LAST_YEAR;
        month = month.plusMonths(1)) {
      if (!years.get(month.getYear())) {
        month = YearMonth.of(month.getYear(), 12);
        continue;
      }
      if (!months.get(month.getMonthValue())) {
        continue;
      }
      for (int day = 1; day <= month.lengthOfMonth(); day++) {
        LocalDate date = month.atDay(day);
        if (date.isBefore(first) || !days.test(date)) {
          continue;
        }
        Optional<Instant> firing = firstOn(date, after, zone);
        if (firing.isPresent()) {
          return firing;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Instant> firstOn(LocalDate date, Instant after, ZoneId zone) {
    for (int hour = hours.nextSetBit(0); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
      for (int minute = minutes.nextSetBit(0);
          minute >= 0;
          minute = minutes.nextSetBit(minute + 1)) {
        Optional<Instant> instant = instantOf(date.atTime(LocalTime.of(hour, minute)), zone);
        if (instant.isPresent() && instant.get().isAfter(after)) {
          return instant;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> instantOf(LocalDateTime local, ZoneId zone) {
    return zone.getRules().getValidOffsets(local).stream().findFirst().map(local::toInstant);
  }
}
