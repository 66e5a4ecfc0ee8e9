package io.takewithott.recommender.rows;

import io.takewithott.core.ranking.RankedRow.Kind;
import io.takewithott.recommender.content.TitleFeatures;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * What came out within a year of the newest title that is out. Where only the year is known, a
 * title counts as from the middle of it.
 */
final class NewRow implements Row {
  private static final long WINDOW_DAYS = 365;

  /** Of a title of which no time is known: it never comes out. */
  private static final int NEVER = Integer.MAX_VALUE;

  private final int[] outOnDay;

  NewRow(TitleFeatures features) {
    this.outOnDay = new int[features.titleCount()];
    Arrays.setAll(outOnDay, title -> outOnDay(features, title));
  }

  private static int outOnDay(TitleFeatures features, int title) {
    if (features.released(title).isPresent()) {
      return Math.toIntExact(features.released(title).get().toEpochDay());
    }
    OptionalInt year = features.year(title);
    return year.isEmpty()
        ? NEVER
        : Math.toIntExact(LocalDate.of(year.getAsInt(), Month.JULY, 1).toEpochDay());
  }

  @Override
  public void addTo(Page page) {
    long today = page.viewing().today().toEpochDay();
    long newest = Arrays.stream(outOnDay).filter(day -> day <= today).max().orElse(NEVER);
    page.add(
        Draft.of(Kind.NEW, page.viewing().candidates()::score)
            .only(title -> outOnDay[title] <= today && outOnDay[title] >= newest - WINDOW_DAYS));
  }
}
