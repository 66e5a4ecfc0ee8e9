package io.takewithott.recommender.score;

import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.History.Entry;
import java.util.Comparator;
import java.util.List;

/**
 * The part of a history that a model knows, as arrays by entry: indexes of titles, half stars, and
 * whether each is a pick. The latest come first.
 */
record Folded(long[] titleIds, int[] titles, float[] halfStars, boolean[] picked) {
  /** Titles folded in, the latest: more say nothing new and only take time. */
  private static final int LONGEST = 1000;

  private static final float MOST_HALF_STARS = 10;

  private static final Comparator<Entry> LATEST_FIRST =
      Comparator.comparing(Entry::picked)
          .thenComparingInt(Entry::atEpochSeconds)
          .reversed()
          .thenComparingLong(Entry::titleId);

  static Folded of(HybridModel model, History history) {
    List<Entry> known =
        history.entries().stream()
            .filter(entry -> model.titleIndex(entry.titleId()) >= 0)
            .sorted(LATEST_FIRST)
            .limit(LONGEST)
            .toList();
    Folded folded =
        new Folded(
            new long[known.size()],
            new int[known.size()],
            new float[known.size()],
            new boolean[known.size()]);
    for (int k = 0; k < known.size(); k++) {
      Entry entry = known.get(k);
      folded.titleIds[k] = entry.titleId();
      folded.titles[k] = model.titleIndex(entry.titleId());
      folded.halfStars[k] = entry.halfStars();
      folded.picked[k] = entry.picked();
    }
    return folded;
  }

  int size() {
    return titles.length;
  }

  /** Nothing but picks, and at least one. */
  boolean onlyPicks() {
    for (boolean each : picked) {
      if (!each) {
        return false;
      }
    }
    return picked.length > 0;
  }

  /** How much the user likes each title, 1 for five stars. */
  float[] affinities() {
    float[] affinities = new float[halfStars.length];
    for (int k = 0; k < affinities.length; k++) {
      affinities[k] = halfStars[k] / MOST_HALF_STARS;
    }
    return affinities;
  }
}
