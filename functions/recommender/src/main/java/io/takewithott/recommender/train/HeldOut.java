package io.takewithott.recommender.train;

import io.takewithott.recommender.score.History;
import java.util.Set;

/**
 * One user of a validation: the history that training saw or is given, and what they liked of what
 * it did not see.
 *
 * @param titles indexes of the history's titles
 * @param halfStars of each
 * @param liked indexes of titles, at least one
 */
record HeldOut(History history, int[] titles, float[] halfStars, Set<Integer> liked) {
  HeldOut {
    liked = Set.copyOf(liked);
  }

  /** Gives way to a score that no title the user has can reach. */
  void hideKnown(float[] scores) {
    for (int title : titles) {
      scores[title] = Float.NEGATIVE_INFINITY;
    }
  }
}
