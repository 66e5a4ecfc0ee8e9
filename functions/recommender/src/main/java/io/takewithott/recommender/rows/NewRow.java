package io.takewithott.recommender.rows;

import io.takewithott.core.ranking.RankedRow.Kind;
import io.takewithott.recommender.content.TitleFeatures;
import io.takewithott.recommender.score.Candidates;
import java.time.LocalDate;
import java.time.Month;
import java.util.OptionalLong;

/**
 * What came out within a year of the newest title that is out. Where only the year is known, a
 * title counts as from the middle of it.
 */
final class NewRow implements Row {
  private static final long WINDOW_DAYS = 365;

  private final TitleFeatures features;

  NewRow(TitleFeatures features) {
    this.features = features;
  }

  @Override
  public void addTo(Page page) {
    LocalDate today = page.viewing().today();
    Candidates candidates = page.viewing().candidates();
    long newest = Long.MIN_VALUE;
    for (int title = 0; title < features.titleCount(); title++) {
      newest = Math.max(newest, outOnDay(title, today).orElse(Long.MIN_VALUE));
    }
    if (newest == Long.MIN_VALUE) {
      return;
    }
    long since = newest - WINDOW_DAYS;
    page.add(
        Draft.of(Kind.NEW, candidates::score)
            .only(title -> outOnDay(title, today).orElse(Long.MIN_VALUE) >= since));
  }

  /** The epoch day on which a title came out, absent if not known or still to come. */
  private OptionalLong outOnDay(int title, LocalDate today) {
    if (features.released(title).isPresent()) {
      LocalDate day = features.released(title).get();
      return day.isAfter(today) ? OptionalLong.empty() : OptionalLong.of(day.toEpochDay());
    }
    int year = features.year(title).orElse(Integer.MAX_VALUE);
    return year > today.getYear()
        ? OptionalLong.empty()
        : OptionalLong.of(LocalDate.of(year, Month.JULY, 1).toEpochDay());
  }
}
