package io.takewithott.recommender.train;

import io.takewithott.recommender.model.Crowd;

/**
 * What everybody together says of each title: how many liked it, on a logarithmic scale because
 * likes are distributed by a power law; how well it was rated, drawn towards the average as if a
 * few average raters had been there too; and how little is known of it. The last lets weights tell
 * unknown titles from known ones without preferring the most popular of those, which the other
 * signals do already. All are scaled to a standard deviation of 1.
 */
public final class CrowdTraining {
  static final int LIKED_HALF_STARS = 8;
  private static final double AVERAGE_RATERS = 5;

  /** Of a title's ratings that are no likes: they say that it is watched. */
  private static final double SEEN = 0.05;

  /** With so many likes a title is half known. */
  private static final double HALF_KNOWN = 4;

  /** Less is rounding. */
  private static final double LEAST_DEVIATION = 1e-6;

  private CrowdTraining() {}

  public static Crowd of(TitleCounts ratings) {
    int titles = ratings.titleCount();
    long all = 0;
    for (int title = 0; title < titles; title++) {
      all += ratings.halfStars(title);
    }
    long size = ratings.size();
    double mean = size == 0 ? 0 : (double) all / size;
    float[] popularity = new float[titles];
    float[] esteem = new float[titles];
    float[] obscurity = new float[titles];
    for (int title = 0; title < titles; title++) {
      long raters = ratings.raters(title);
      long likes = ratings.likes(title);
      long sum = ratings.halfStars(title);
      popularity[title] = (float) Math.log1p(likes + SEEN * (raters - likes));
      obscurity[title] = (float) (1 / (1 + likes / HALF_KNOWN));
      esteem[title] = (float) ((sum + AVERAGE_RATERS * mean) / (raters + AVERAGE_RATERS) - mean);
    }
    scale(popularity);
    scale(esteem);
    scale(obscurity);
    return new Crowd(popularity, esteem, obscurity);
  }

  private static void scale(float[] values) {
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
    }
    double mean = sum / Math.max(1, values.length);
    double deviation = Math.sqrt(Math.max(0, squares / Math.max(1, values.length) - mean * mean));
    if (deviation > LEAST_DEVIATION) {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (values[i] / deviation);
      }
    }
  }
}
