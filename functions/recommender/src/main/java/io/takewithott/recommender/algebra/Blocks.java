package io.takewithott.recommender.algebra;

import java.util.stream.IntStream;

/**
 * Rows in blocks of one size: the blocks run on all cores, and what they sum up is added in their
 * order, so that a result does not depend on which block was done first.
 */
public final class Blocks {
  private static final int ROWS = 256;

  private Blocks() {}

  /** What is done with the rows from one to before another. */
  public interface Work {
    void rows(int from, int to);
  }

  /** What the rows from one to before another add to the sums. */
  public interface Summing {
    void rows(int from, int to, double[] sums);
  }

  public static void each(int rows, Work work) {
    IntStream.range(0, count(rows))
        .parallel()
        .forEach(block -> work.rows(block * ROWS, Math.min(rows, (block + 1) * ROWS)));
  }

  public static double[] sum(int rows, int width, Summing summing) {
    double[][] parts = new double[count(rows)][width];
    IntStream.range(0, parts.length)
        .parallel()
        .forEach(
            block -> summing.rows(block * ROWS, Math.min(rows, (block + 1) * ROWS), parts[block]));
    double[] sums = new double[width];
    for (double[] part : parts) {
      for (int i = 0; i < width; i++) {
        sums[i] += part[i];
      }
    }
    return sums;
  }

  private static int count(int rows) {
    return (rows + ROWS - 1) / ROWS;
  }
}
