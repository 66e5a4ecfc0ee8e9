package io.takewithott.recommender;

import io.takewithott.recommender.content.AgeRating;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.Viewer;
import java.util.Optional;
import java.util.Set;

/** Where the history of one user is. */
interface TasteStore {

  /** The user's history as of one moment, or nothing when there is no such user. */
  Optional<Taste> find(long userId);

  /**
   * A history and the number of changes that led to it.
   *
   * @param highest the highest age rating that the user may be shown
   * @param dismissed the titles that the user does not want to be shown
   */
  record Taste(long tasteVersion, History history, AgeRating highest, Set<Long> dismissed) {
    public Taste {
      dismissed = Set.copyOf(dismissed);
    }

    Viewer viewer() {
      return new Viewer(history, highest, dismissed);
    }
  }
}
