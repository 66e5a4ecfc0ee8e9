package io.takewithott.recommender.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of one user's taste: what they rated, and the favourites they picked. */
public record History(List<Entry> entries) {
  public static final History NONE = new History(List.of());

  /** What a picked title counts as until it is rated. */
  public static final int PICK_HALF_STARS = 10;

  public History {
    entries = List.copyOf(entries);
  }

  /**
   * A title of the user's.
   *
   * @param halfStars 1 to 10
   * @param picked whether it is one of the three favourites
   */
  public record Entry(long titleId, int halfStars, boolean picked, int atEpochSeconds) {
    public static Entry rated(long titleId, int halfStars, int atEpochSeconds) {
      return new Entry(titleId, halfStars, false, atEpochSeconds);
    }
  }

  /** Ratings and picks together: a pick counts as five stars unless its title is rated. */
  public static History of(Collection<Entry> ratings, Collection<Long> picks) {
    return of(ratings, picks, List.of());
  }

  /**
   * With them what was said without stars, as the stars that stand for it: it counts where its
   * title is neither rated nor picked.
   */
  public static History of(
      Collection<Entry> ratings, Collection<Long> picks, Collection<Entry> unrated) {
    Map<Long, Entry> entries = new LinkedHashMap<>();
    for (Long pick : picks) {
      entries.put(pick, new Entry(pick, PICK_HALF_STARS, true, 0));
    }
    for (Entry rating : ratings) {
      boolean picked = entries.containsKey(rating.titleId());
      entries.put(
          rating.titleId(),
          new Entry(rating.titleId(), rating.halfStars(), picked, rating.atEpochSeconds()));
    }
    for (Entry opinion : unrated) {
      entries.putIfAbsent(opinion.titleId(), opinion);
    }
    return new History(new ArrayList<>(entries.values()));
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  public int size() {
    return entries.size();
  }
}
