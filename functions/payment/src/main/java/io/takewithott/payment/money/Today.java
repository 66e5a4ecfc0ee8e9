package io.takewithott.payment.money;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** The clock and the calendar that days are counted by: Korea's, wherever a function runs. */
public final class Today {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private final InstantSource clock;

  public Today(InstantSource clock) {
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
  }

  public LocalDate date() {
    return LocalDate.ofInstant(clock.instant(), SEOUL);
  }

  /** When a day begins. */
  public Instant start(LocalDate day) {
    return day.atStartOfDay(SEOUL).toInstant();
  }

  /** The month before this one. */
  public YearMonth lastMonth() {
    return YearMonth.from(date()).minusMonths(1);
  }
}
