package io.takewithott.recommender.rows;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Korea's lunar calendar: ICU's Dangi calendar, which reckons new moons and solar terms by the time
 * of Korea. China's is an hour behind, and in some years a day or a month apart.
 */
final class LunarCalendar {
  private static final ULocale DANGI = new ULocale("ko_KR@calendar=dangi");

  /** The Dangi year 1 is 2333 before Christ. */
  private static final int DANGI_YEARS = 2333;

  private final Map<Integer, LocalDate> seollal = new ConcurrentHashMap<>();
  private final Map<Integer, LocalDate> chuseok = new ConcurrentHashMap<>();

  /** New Year: the first day of the first month. */
  LocalDate seollal(int year) {
    return seollal.computeIfAbsent(year, each -> date(each, 1, 1));
  }

  /** Harvest: the fifteenth day of the eighth month. */
  LocalDate chuseok(int year) {
    return chuseok.computeIfAbsent(year, each -> date(each, 8, 15));
  }

  private static LocalDate date(int year, int month, int day) {
    Calendar calendar = Calendar.getInstance(TimeZone.GMT_ZONE, DANGI);
    calendar.clear();
    calendar.set(Calendar.EXTENDED_YEAR, year + DANGI_YEARS);
    calendar.set(Calendar.MONTH, month - 1);
    calendar.set(Calendar.IS_LEAP_MONTH, 0);
    calendar.set(Calendar.DAY_OF_MONTH, day);
    return Instant.ofEpochMilli(calendar.getTimeInMillis()).atZone(ZoneOffset.UTC).toLocalDate();
  }
}
