package io.takewithott.recommender.stars;

import io.takewithott.recommender.snapshot.RatingLog;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.Random;

/** Worlds of ratings whose law is known. */
final class StarWorlds {
  private StarWorlds() {}

  /**
   * 120 users, 80 titles. Odd users love odd titles (4.5 stars) and not even ones (2 stars), even
   * users the other way round, half a star more or less by chance. Everybody rated about a third;
   * user 1 rated three titles only, and title 80 has two ratings.
   */
  static RatingsSnapshot twoTastes() {
    Random random = new Random(11);
    RatingLog log = new RatingLog();
    for (int user = 1; user <= 120; user++) {
      for (int title = 1; title <= 80; title++) {
        boolean rare = (user == 1 && title > 3) || (title == 80 && user > 3);
        int halfStars = (user % 2 == title % 2 ? 9 : 4) + random.nextInt(3) - 1;
        boolean rated = random.nextInt(3) == 0 || user == 1 || (title == 80 && user > 1);
        if (rated && !rare) {
          log.add(user, title, halfStars, 0);
        }
      }
    }
    return RatingsSnapshot.EMPTY.with(log, 0);
  }

  /** Users with one rating each: the title's own level, and chance. */
  static RatingsSnapshot oneRatingEach(int users) {
    Random random = new Random(12);
    RatingLog log = new RatingLog();
    for (int user = 1; user <= users; user++) {
      int title = 1 + random.nextInt(40);
      int halfStars = (int) Math.round(3 + title / 10.0 + 1.5 * random.nextGaussian());
      log.add(user, title, Math.max(1, Math.min(10, halfStars)), 0);
    }
    return RatingsSnapshot.EMPTY.with(log, 0);
  }
}
