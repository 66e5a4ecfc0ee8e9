package io.takewithott.local.world.sample;

import io.takewithott.local.world.Ratings;
import io.takewithott.local.world.Title;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Ratings of viewers who do not exist. Each belongs to a few of {@link TasteGroup}s, watches what
 * is well known and what the groups like, and rates by quality, taste, habit and mood; so ratings
 * lean towards what is liked, most films have few, and films that the same people like are rated
 * alike.
 *
 * @param viewers how many; more of them leave the ratings of the first as they are
 * @param until the day on which the last ratings are given
 */
record RatingGenerator(long seed, int viewers, LocalDate until) {
  /** Changed whenever the same seed gives other ratings than before. */
  static final int VERSION = 1;

  private static final int YEARS = 3;
  private static final long DAY_SECONDS = 86_400;

  /** Of a film only the year is known; it counts as out on the first of this month. */
  private static final int MONTH_OF_RELEASE = 7;

  private static final int MOST_RATINGS_AN_EVENING = 9;

  /**
   * @param known the keys of films that everybody has heard of
   */
  Ratings ratings(List<Title> films, Set<String> known) {
    long end = until.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    long[] released = films.stream().mapToLong(RatingGenerator::released).toArray();
    int[] out = IntStream.range(0, films.size()).filter(film -> released[film] < end).toArray();
    List<Title> shown = Arrays.stream(out).mapToObj(films::get).toList();
    TasteSpace space = new TasteSpace(shown, known, TasteGroup.ALL, seed);
    Ratings.Collector collector = new Ratings.Collector();
    for (int viewer = 0; viewer < viewers; viewer++) {
      Draws draws = Draws.named(seed, "viewer", viewer);
      SimulatedViewer simulated = new SimulatedViewer(space, TasteGroup.ALL, draws);
      int[] watched = simulated.watched(shown.size());
      long[] evenings = evenings(watched.length, end, draws);
      for (int i = 0; i < watched.length; i++) {
        long at = after(released[out[watched[i]]], evenings[i], end, draws);
        collector.add(viewer, out[watched[i]], simulated.halfStars(watched[i]), at);
      }
    }
    return collector.ratings();
  }

  private static long released(Title film) {
    Integer year = film.year();
    return LocalDate.of(year == null ? 1900 : year, MONTH_OF_RELEASE, 1)
        .atStartOfDay()
        .toEpochSecond(ZoneOffset.UTC);
  }

  /** Times in order: some films an evening, a minute or two apart, since the viewer joined. */
  private long[] evenings(int count, long end, Draws draws) {
    long start = until.minusYears(YEARS).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    long joined = start + (long) ((end - start - DAY_SECONDS) * 0.95 * draws.uniform());
    long[] times = new long[count];
    int filled = 0;
    while (filled < count) {
      long time = joined + (long) ((end - joined - DAY_SECONDS) * draws.uniform());
      int more = Math.min(count - filled, 1 + draws.below(MOST_RATINGS_AN_EVENING));
      for (int i = 0; i < more; i++) {
        times[filled++] = time;
        time += 20 + draws.below(100);
      }
    }
    Arrays.sort(times);
    return times;
  }

  /** The evening, or where the film was not out by then a time after its release. */
  private static long after(long released, long evening, long end, Draws draws) {
    return evening >= released ? evening : released + (long) ((end - released) * draws.uniform());
  }
}
