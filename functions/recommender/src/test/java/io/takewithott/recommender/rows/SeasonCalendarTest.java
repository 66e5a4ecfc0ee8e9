package io.takewithott.recommender.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeasonCalendarTest {
  private final SeasonCalendar calendar = new SeasonCalendar(new LunarCalendar());

  /** Seollal 2026 is the 17th of February, Chuseok 2022 the 10th and 2026 the 25th of September. */
  @ParameterizedTest
  @CsvSource({
    "2026-02-06,",
    "2026-02-07, SEOLLAL",
    "2026-02-20, SEOLLAL",
    "2026-02-21,",
    "2026-04-24,",
    "2026-04-25, CHILDRENS_DAY",
    "2026-05-08, CHILDRENS_DAY",
    "2026-05-09,",
    "2026-06-30,",
    "2026-07-01, SUMMER",
    "2026-08-31, SUMMER",
    "2022-08-30, SUMMER",
    "2022-08-31, CHUSEOK",
    "2026-09-14,",
    "2026-09-15, CHUSEOK",
    "2026-09-28, CHUSEOK",
    "2026-11-21,",
    "2026-12-01, CHRISTMAS",
    "2026-12-26, CHRISTMAS",
    "2026-12-27,"
  })
  void everyDayHasItsSeasonOrNone(LocalDate day, @Nullable Season season) {
    assertThat(calendar.seasonOf(day)).isEqualTo(Optional.ofNullable(season));
  }
}
