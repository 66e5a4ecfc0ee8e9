package io.takewithott.recommender.stars;

import io.takewithott.recommender.snapshot.RatingsSnapshot;

/**
 * What a training works on: the same ratings by user and by title.
 *
 * @param mean of all stars
 */
record Ratings(Incidence byUser, Incidence byTitle, float mean) {
  /** What everything is worth before anybody rated anything. */
  static final float MIDDLE_STARS = 3f;

  static Ratings of(RatingsSnapshot snapshot, Incidence.Part part) {
    Incidence byUser = Incidence.ofUsers(snapshot, part);
    double sum = 0;
    for (int k = 0; k < byUser.size(); k++) {
      sum += byUser.stars(k);
    }
    float mean = byUser.size() == 0 ? MIDDLE_STARS : (float) (sum / byUser.size());
    return new Ratings(byUser, byUser.transposed(), mean);
  }

  int size() {
    return byUser.size();
  }
}
