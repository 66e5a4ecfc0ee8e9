package io.takewithott.trainer;

import io.takewithott.recommender.snapshot.RatingLog;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.Random;

/** Small worlds of ratings. */
final class Worlds {
  private Worlds() {}

  /** Users of several tastes, each of which likes the titles of its own. */
  static RatingsSnapshot ofTastes(int tastes, int users, int titles) {
    Random random = new Random(7);
    RatingLog log = new RatingLog();
    for (int user = 0; user < users; user++) {
      int taste = user % tastes;
      for (int title = 0; title < titles; title++) {
        boolean own = title % tastes == taste;
        // A few of each taste are known to nearly everybody.
        double share = (own ? 0.5 : 0.08) * (title < titles / 4 ? 1.5 : 1);
        if (random.nextDouble() < share) {
          int halfStars = (own ? 7 : 2) + random.nextInt(4);
          log.add(1000 + user, 100 + title, halfStars, 1_600_000_000 + random.nextInt(40_000_000));
        }
      }
    }
    return RatingsSnapshot.EMPTY.with(log, 1);
  }

  static long[] titles(RatingsSnapshot ratings) {
    long[] ids = new long[ratings.titleCount()];
    for (int title = 0; title < ids.length; title++) {
      ids[title] = ratings.titleId(title);
    }
    return ids;
  }
}
