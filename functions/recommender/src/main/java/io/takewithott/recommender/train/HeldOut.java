package io.takewithott.recommender.train;

import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.TopTitles;
import io.takewithott.recommender.score.TopTitles.Scored;
import java.util.BitSet;
import java.util.List;
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

  /** The titles of the highest scores that the user does not have, best first. */
  List<Scored> first(int most, float[] scores) {
    BitSet known = new BitSet(scores.length);
    for (int title : titles) {
      known.set(title);
    }
    return TopTitles.first(most, scores.length, title -> !known.get(title), title -> scores[title]);
  }
}
