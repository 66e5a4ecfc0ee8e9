package io.takewithott.catalog.importing;

import io.takewithott.catalog.tmdb.TitleList;
import io.takewithott.core.Environment;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * How much is imported.
 *
 * @param pages of each list, twenty titles each, that a full import reads
 * @param freshPages of each list that the others look for new titles on
 * @param recheckAfter a title is read again after this time though no change was told
 * @param recheckMost in one run
 * @param copiesPosters into our bucket; else they are linked
 */
public record ImportConfig(
    Map<TitleList, Integer> pages,
    int freshPages,
    Duration recheckAfter,
    int recheckMost,
    boolean copiesPosters) {
  private static final int DEFAULT_PAGES = 100;
  private static final int DEFAULT_FRESH_PAGES = 5;

  /** Offers change without being told as changes. */
  private static final int DEFAULT_RECHECK_DAYS = 7;

  /** TMDB's terms want nothing kept for longer than half a year unread. */
  private static final int MOST_RECHECK_DAYS = 150;

  private static final int DEFAULT_RECHECK_MOST = 5000;

  public static ImportConfig from(Environment.Settings settings) {
    Map<TitleList, Integer> pages = new EnumMap<>(TitleList.class);
    for (TitleList list : TitleList.ofTitles()) {
      String name = "TWO_TMDB_PAGES_" + list.word().replace('-', '_').toUpperCase(Locale.ROOT);
      pages.put(list, settings.number(name, DEFAULT_PAGES, 0, TitleList.MOST_PAGES));
    }
    return new ImportConfig(
        pages,
        settings.number("TWO_TMDB_FRESH_PAGES", DEFAULT_FRESH_PAGES, 0, TitleList.MOST_PAGES),
        Duration.ofDays(
            settings.number("TWO_TMDB_RECHECK_DAYS", DEFAULT_RECHECK_DAYS, 1, MOST_RECHECK_DAYS)),
        settings.number("TWO_TMDB_RECHECK_MOST", DEFAULT_RECHECK_MOST, 0, 1_000_000),
        settings.number("TWO_TMDB_COPY_POSTERS", 0, 0, 1) == 1);
  }

  /** How many pages of a list a run of that mode reads. */
  int pages(TitleList list, RunMode mode) {
    int all = pages.getOrDefault(list, 0);
    return mode == RunMode.FULL ? all : Math.min(all, freshPages);
  }
}
