package io.takewithott.recommender.score;

import io.takewithott.recommender.content.AgeRating;
import java.util.Set;

/**
 * For whom titles are ranked.
 *
 * @param highest the highest age rating they may be shown
 * @param dismissed the ids of the titles they do not want to be shown
 */
public record Viewer(History history, AgeRating highest, Set<Long> dismissed) {
  public Viewer {
    dismissed = Set.copyOf(dismissed);
  }

  /** Somebody grown up. */
  public static Viewer of(History history, Set<Long> dismissed) {
    return new Viewer(history, AgeRating.FROM_19, dismissed);
  }

  public static Viewer of(History history) {
    return of(history, Set.of());
  }
}
