package io.takewithott.recommender.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LunarCalendarTest {
  private final LunarCalendar calendar = new LunarCalendar();

  /** In 1988, 1997 and 2027 China's new year is a day earlier. */
  @ParameterizedTest
  @CsvSource({
    "1988-02-18, 1988-09-25",
    "1997-02-08, 1997-09-16",
    "2012-01-23, 2012-09-30",
    "2023-01-22, 2023-09-29",
    "2024-02-10, 2024-09-17",
    "2025-01-29, 2025-10-06",
    "2026-02-17, 2026-09-25",
    "2027-02-07, 2027-09-15"
  })
  void theHolidaysAreThoseOfKorea(LocalDate seollal, LocalDate chuseok) {
    assertThat(calendar.seollal(seollal.getYear())).isEqualTo(seollal);
    assertThat(calendar.chuseok(chuseok.getYear())).isEqualTo(chuseok);
  }
}
