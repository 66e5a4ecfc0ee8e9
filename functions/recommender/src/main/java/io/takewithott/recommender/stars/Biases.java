package io.takewithott.recommender.stars;

import io.takewithott.recommender.algebra.Blocks;

/**
 * Mean, bias of each title and bias of a user: each bias is the mean of its residuals drawn towards
 * zero, the more strongly the less such biases scatter in this data. How much they scatter is found
 * with them, by expectation maximisation (empirical Bayes).
 */
final class Biases {
  private static final int ROUNDS = 20;
  private static final double START_VARIANCE = 0.2;
  private static final double LEAST_VARIANCE = 1e-4;

  private final Ratings ratings;
  private final float[] ofUsers;
  private final float[] ofTitles;
  private double userVariance = START_VARIANCE;
  private double titleVariance = START_VARIANCE;
  private double noiseVariance = 1;

  Biases(Ratings ratings) {
    this.ratings = ratings;
    this.ofUsers = new float[ratings.byUser().rows()];
    this.ofTitles = new float[ratings.byTitle().rows()];
    if (ratings.size() > 0) {
      for (int round = 0; round < ROUNDS; round++) {
        titleVariance = fit(ratings.byTitle(), ofUsers, ofTitles, titleVariance);
        userVariance = fit(ratings.byUser(), ofTitles, ofUsers, userVariance);
        noiseVariance = noise();
      }
    }
  }

  float[] ofUsers() {
    return ofUsers;
  }

  float[] ofTitles() {
    return ofTitles;
  }

  double noiseVariance() {
    return noiseVariance;
  }

  float[] steadinessOfUsers() {
    return Steadiness.ofRows(ratings.byUser(), ofUsers, ofTitles, ratings.mean(), noiseVariance);
  }

  float[] steadinessOfTitles() {
    return Steadiness.ofRows(ratings.byTitle(), ofTitles, ofUsers, ratings.mean(), noiseVariance);
  }

  double userVariance() {
    return userVariance;
  }

  double titleVariance() {
    return titleVariance;
  }

  /** As if a user had rated so many titles more, each as the average user would. */
  float userRidge() {
    return (float) (noiseVariance / userVariance);
  }

  /** Fits the biases of one side and returns how much they scatter. */
  private double fit(Incidence rows, float[] others, float[] biases, double variance) {
    double ridge = noiseVariance / variance;
    double[] sums =
        Blocks.sum(
            rows.rows(),
            2,
            (from, to, into) -> {
              for (int row = from; row < to; row++) {
                if (rows.count(row) == 0) {
                  continue;
                }
                double sum = 0;
                for (int k = rows.begin(row); k < rows.end(row); k++) {
                  sum += rows.stars(k) - ratings.mean() - others[rows.other(k)];
                }
                double weight = rows.count(row) + ridge;
                biases[row] = (float) (sum / weight);
                into[0] += sum / weight * (sum / weight) + noiseVariance / weight;
                into[1]++;
              }
            });
    return Math.max(LEAST_VARIANCE, sums[0] / Math.max(1, sums[1]));
  }

  private double noise() {
    Incidence rows = ratings.byUser();
    double sum =
        Blocks.sum(
            rows.rows(),
            1,
            (from, to, into) -> {
              for (int row = from; row < to; row++) {
                for (int k = rows.begin(row); k < rows.end(row); k++) {
                  double bias = ofUsers[row] + ofTitles[rows.other(k)];
                  double error = rows.stars(k) - ratings.mean() - bias;
                  int raters = ratings.byTitle().count(rows.other(k));
                  double unsure =
                      1 / (rows.count(row) + noiseVariance / userVariance)
                          + 1 / (raters + noiseVariance / titleVariance);
                  into[0] += error * error + noiseVariance * unsure;
                }
              }
            })[0];
    return Math.max(LEAST_VARIANCE, sum / rows.size());
  }
}
