package io.takewithott.recommender.stars;

import io.takewithott.recommender.algebra.Blocks;

/**
 * What is known of each row however its ratings turned out, as a matrix that is never written down:
 * one input for each column that rated it, and the count features. Its products with vectors for
 * all latent dimensions at a time take time linear in the ratings.
 */
final class ImplicitInputs {
  private static final int ROW = 1 + CountFeatures.COUNT;

  private final Incidence own;
  private final Incidence transposed;
  private final CountFeatures counts;
  private final int width;

  /** Of each row what each of its ratings counts, then its count features. */
  private final float[] byRow;

  /** Room for rows times what each of their ratings counts. */
  private final float[] shared;

  ImplicitInputs(Incidence own, Incidence transposed, int width) {
    this.own = own;
    this.transposed = transposed;
    this.width = width;
    this.counts = CountFeatures.of(own);
    this.byRow = byRow(own, counts);
    this.shared = new float[Math.multiplyExact(own.rows(), width)];
  }

  private static float[] byRow(Incidence rows, CountFeatures counts) {
    float[] values = new float[rows.rows() * ROW];
    for (int row = 0; row < rows.rows(); row++) {
      values[row * ROW] = (float) share(rows.count(row));
      for (int c = 0; c < CountFeatures.COUNT; c++) {
        values[row * ROW + 1 + c] = (float) counts.value(c, rows.count(row));
      }
    }
    return values;
  }

  /** How much each rating of a row with so many counts, so that a row is as long as any other. */
  static double share(double ratings) {
    return ratings > 0 ? 1 / Math.sqrt(ratings) : 0;
  }

  CountFeatures counts() {
    return counts;
  }

  int rows() {
    return own.rows();
  }

  /** How many inputs are columns; the count features follow them. */
  int columns() {
    return own.columns();
  }

  int count() {
    return own.columns() + CountFeatures.COUNT;
  }

  /** Of each input the sum of its squares. */
  float[] diagonal() {
    float[] sums = new float[count()];
    for (int row = 0; row < own.rows(); row++) {
      for (int k = own.begin(row); k < own.end(row); k++) {
        sums[own.other(k)] += byRow[row * ROW] * byRow[row * ROW];
      }
      for (int c = 0; c < CountFeatures.COUNT; c++) {
        float value = byRow[row * ROW + 1 + c];
        sums[own.columns() + c] += value * value;
      }
    }
    return sums;
  }

  /** From inputs to rows. */
  void forward(float[] from, float[] rows) {
    Blocks.each(
        own.rows(),
        (begin, end) -> {
          float[] sum = new float[width];
          for (int row = begin; row < end; row++) {
            own.sumOthers(row, from, width, sum);
            for (int f = 0; f < width; f++) {
              float value = byRow[row * ROW] * sum[f];
              for (int c = 0; c < CountFeatures.COUNT; c++) {
                value += byRow[row * ROW + 1 + c] * from[(own.columns() + c) * width + f];
              }
              rows[row * width + f] = value;
            }
          }
        });
  }

  /** From rows to inputs. */
  void backward(float[] rows, float[] into) {
    Blocks.each(
        own.rows(),
        (begin, end) -> {
          for (int row = begin; row < end; row++) {
            for (int at = row * width; at < (row + 1) * width; at++) {
              shared[at] = byRow[row * ROW] * rows[at];
            }
          }
        });
    Blocks.each(
        transposed.rows(),
        (begin, end) -> {
          float[] sum = new float[width];
          for (int column = begin; column < end; column++) {
            transposed.sumOthers(column, shared, width, sum);
            System.arraycopy(sum, 0, into, column * width, width);
          }
        });
    double[] byCount =
        Blocks.sum(
            own.rows(),
            CountFeatures.COUNT * width,
            (from, to, sums) -> {
              for (int row = from; row < to; row++) {
                for (int c = 0; c < CountFeatures.COUNT; c++) {
                  double value = byRow[row * ROW + 1 + c];
                  for (int f = 0; f < width; f++) {
                    sums[c * width + f] += value * rows[row * width + f];
                  }
                }
              }
            });
    for (int i = 0; i < byCount.length; i++) {
      into[own.columns() * width + i] = (float) byCount[i];
    }
  }
}
