package io.takewithott.recommender.train;

import io.takewithott.recommender.snapshot.RatingsSnapshot;

/**
 * How much everybody together prefers each title: the number of its raters times the share of them
 * who liked it, that share drawn towards the average as if a few average raters had been there too.
 * The square root spreads the long tail; the most preferred title has 1, one without ratings 0.
 */
final class CrowdTraining {
  private static final int LIKED_HALF_STARS = 8;
  private static final double AVERAGE_RATERS = 10;

  private CrowdTraining() {}

  static float[] train(RatingsSnapshot ratings) {
    int[] raters = new int[ratings.titleCount()];
    int[] likes = new int[ratings.titleCount()];
    int allLikes = 0;
    for (int k = 0; k < ratings.size(); k++) {
      raters[ratings.title(k)]++;
      if (ratings.halfStars(k) >= LIKED_HALF_STARS) {
        likes[ratings.title(k)]++;
        allLikes++;
      }
    }
    double average = ratings.size() == 0 ? 0 : (double) allLikes / ratings.size();
    double[] preference = new double[raters.length];
    double most = 0;
    for (int title = 0; title < raters.length; title++) {
      double share = (likes[title] + AVERAGE_RATERS * average) / (raters[title] + AVERAGE_RATERS);
      preference[title] = Math.sqrt(raters[title] * share);
      most = Math.max(most, preference[title]);
    }
    float[] scaled = new float[raters.length];
    for (int title = 0; title < raters.length; title++) {
      scaled[title] = most > 0 ? (float) (preference[title] / most) : 0;
    }
    return scaled;
  }
}
