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
    each(rows, ROWS, work);
  }

  /**
   * @param size of a block, smaller than usual where a row takes long
   */
  public static void each(int rows, int size, Work work) {
    IntStream.range(0, (rows + size - 1) / size)
        .parallel()
        .forEach(block -> work.rows(block * size, Math.min(rows, (block + 1) * size)));
  }

  public static double[] sum(int rows, int width, Summing summing) {
    return sum(rows, ROWS, width, summing);
  }

  /**
   * @param size of a block
   */
  public static double[] sum(int rows, int size, int width, Summing summing) {
    double[][] parts = new double[(rows + size - 1) / size][width];
    IntStream.range(0, parts.length)
        .parallel()
        .forEach(
            block -> summing.rows(block * size, Math.min(rows, (block + 1) * size), parts[block]));
    double[] sums = new double[width];
    for (double[] part : parts) {
      for (int i = 0; i < width; i++) {
        sums[i] += part[i];
      }
    }
    return sums;
  }
}
