package io.takewithott.payment.screen;

import io.takewithott.payment.request.Given;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A time on the board: whole quarters of an hour, counted since 1970 (Korea's offset is a whole
 * number of them).
 *
 * @param first the one it begins with
 */
record Quarters(long first, int count) {
  static final int MINUTES = 15;

  /** A film with some time to spare. */
  static final int MOST = 16;

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final int SECONDS = 900;
  private static final int MOST_DAYS_AHEAD = 14;

  /** As asked for: on the grid, not over, and not too far ahead. */
  static Quarters of(@Nullable LocalDateTime from, @Nullable Integer minutes, Instant now) {
    int length = Given.number("minutes", minutes, MINUTES, MOST * MINUTES);
    if (length % MINUTES != 0) {
      throw Given.refused("minutes", "Reserve whole quarters of an hour");
    }
    if (from == null
        || from.getMinute() % MINUTES != 0
        || from.getSecond() != 0
        || from.getNano() != 0) {
      throw Given.refused(
          "from", "Begin at a full quarter of an hour in Korea, as in 2026-12-01T20:15");
    }
    Quarters asked = new Quarters(quarter(from.atZone(SEOUL).toInstant()), length / MINUTES);
    long latest = quarter(now.plus(Duration.ofDays(MOST_DAYS_AHEAD)));
    if (asked.end() <= quarter(now) || asked.first > latest) {
      throw Given.refused(
          "from", "Reserve a time that is not over and within " + MOST_DAYS_AHEAD + " days");
    }
    return asked;
  }

  static Quarters day(LocalDate day) {
    long first = quarter(day.atStartOfDay(SEOUL).toInstant());
    long next = quarter(day.plusDays(1).atStartOfDay(SEOUL).toInstant());
    return new Quarters(first, (int) (next - first));
  }

  static long quarter(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), SECONDS);
  }

  /** The first one that is not part of it. */
  long end() {
    return first + count;
  }

  OffsetDateTime from() {
    return at(first);
  }

  OffsetDateTime to() {
    return at(end());
  }

  private static OffsetDateTime at(long quarter) {
    return Instant.ofEpochSecond(quarter * SECONDS).atZone(SEOUL).toOffsetDateTime();
  }
}
