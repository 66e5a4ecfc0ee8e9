package io.takewithott.recommender.stars;

import io.takewithott.recommender.algebra.Blocks;

/**
 * How reliable the ratings of a user or of a title are: the inverse of how much biases leave
 * unexplained, against the average, and drawn towards it. Who rates erratically says less about a
 * title, and their next rating is harder to predict (after Lakshminarayanan, Bouchard, Archambeau:
 * Robust Bayesian Matrix Factorisation, AISTATS 2011).
 */
final class Steadiness {
  /** As if so many average ratings had been seen before. */
  private static final double AVERAGE_RATINGS = 10;

  private Steadiness() {}

  static double of(double ratings, double squaredResiduals, double noiseVariance) {
    return (AVERAGE_RATINGS + ratings) / (AVERAGE_RATINGS + squaredResiduals / noiseVariance);
  }

  /** Of every row; {@code others} are the biases of the columns. */
  static float[] ofRows(
      Incidence rows, float[] own, float[] others, float mean, double noiseVariance) {
    float[] found = new float[rows.rows()];
    Blocks.each(
        found.length,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            double squares = 0;
            for (int k = rows.begin(row); k < rows.end(row); k++) {
              double residual = rows.stars(k) - mean - own[row] - others[rows.other(k)];
              squares += residual * residual;
            }
            found[row] = (float) of(rows.count(row), squares, noiseVariance);
          }
        });
    return found;
  }
}
