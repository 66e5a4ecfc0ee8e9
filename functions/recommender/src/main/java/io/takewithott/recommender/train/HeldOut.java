package io.takewithott.recommender.train;

import io.takewithott.recommender.score.Histories;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One user of a validation: the history that training saw, and what they liked of what it did not
 * see.
 *
 * @param liked indexes of titles, at least one
 */
record HeldOut(History history, Set<Integer> liked) {
  private static final int LIKED_HALF_STARS = 8;

  HeldOut {
    liked = Set.copyOf(liked);
  }

  /**
   * The users with a history who liked something held out, at most so many, evenly chosen. Both
   * snapshots are over the same titles.
   */
  static List<HeldOut> users(RatingsSnapshot seen, RatingsSnapshot unseen, int most) {
    List<HeldOut> users = new ArrayList<>();
    for (int user = 0; user < unseen.userCount(); user++) {
      Set<Integer> liked = new HashSet<>();
      for (int k = unseen.begin(user); k < unseen.end(user); k++) {
        if (unseen.halfStars(k) >= LIKED_HALF_STARS) {
          liked.add(unseen.title(k));
        }
      }
      int known = seen.userIndex(unseen.userId(user));
      if (!liked.isEmpty() && known >= 0) {
        users.add(new HeldOut(Histories.of(seen, known), liked));
      }
    }
    int stride = Math.max(1, (users.size() + most - 1) / most);
    List<HeldOut> chosen = new ArrayList<>();
    for (int i = 0; i < users.size(); i += stride) {
      chosen.add(users.get(i));
    }
    return chosen;
  }
}
