package io.takewithott.recommender.rows;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/**
 * Which days belong to which season. A holiday's begin before it, when people look forward to it; a
 * day of two belongs to the first in this order: Seollal, Chuseok, Children's Day, Christmas,
 * summer.
 */
final class SeasonCalendar {
  private static final int DAYS_BEFORE = 10;
  private static final int DAYS_AFTER = 3;

  private final LunarCalendar lunar;

  SeasonCalendar(LunarCalendar lunar) {
    this.lunar = lunar;
  }

  Optional<Season> seasonOf(LocalDate day) {
    int year = day.getYear();
    // The lunar calendar is asked only for months that its holidays can fall in.
    if (day.getMonthValue() <= 2 && isAround(day, lunar.seollal(year))) {
      return Optional.of(Season.SEOLLAL);
    }
    if (day.getMonthValue() >= 8
        && day.getMonthValue() <= 10
        && isAround(day, lunar.chuseok(year))) {
      return Optional.of(Season.CHUSEOK);
    }
    if (isAround(day, LocalDate.of(year, Month.MAY, 5))) {
      return Optional.of(Season.CHILDRENS_DAY);
    }
    if (day.getMonth() == Month.DECEMBER && day.getDayOfMonth() <= 26) {
      return Optional.of(Season.CHRISTMAS);
    }
    boolean summer = day.getMonth() == Month.JULY || day.getMonth() == Month.AUGUST;
    return summer ? Optional.of(Season.SUMMER) : Optional.empty();
  }

  private static boolean isAround(LocalDate day, LocalDate holiday) {
    return !day.isBefore(holiday.minusDays(DAYS_BEFORE))
        && !day.isAfter(holiday.plusDays(DAYS_AFTER));
  }
}
