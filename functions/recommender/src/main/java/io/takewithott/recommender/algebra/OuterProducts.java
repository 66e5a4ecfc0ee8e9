package io.takewithott.recommender.algebra;

import dev.ludovic.netlib.blas.BLAS;
import java.util.Arrays;

/**
 * The sum of rows times themselves, {@code Σ x xᵀ}: what the normal equations of a regression are
 * made of. Rows are gathered and handed to the kernel by the block, because it is ten times as fast
 * with a hundred rows as plain loops are with one. In single precision. For one thread, which uses
 * it for many sums one after the other.
 */
public final class OuterProducts {
  /** More gain nothing and leave the processor's nearest cache. */
  private static final int ROWS = 128;

  private final BLAS blas;
  private final int width;
  private final float[] block;
  private final float[] sum;
  private int rows;

  OuterProducts(BLAS blas, int width) {
    this.blas = blas;
    this.width = width;
    this.block = new float[ROWS * width];
    this.sum = new float[width * width];
  }

  /** Begins a new sum. */
  public void clear() {
    rows = 0;
    Arrays.fill(sum, 0);
  }

  /** Where in {@link #block()} a new row is expected; all of its numbers must be set. */
  public int next() {
    if (rows == ROWS) {
      flush();
    }
    return rows++ * width;
  }

  public float[] block() {
    return block;
  }

  /** The sum of all rows since it began, row by row; valid until the next begins. */
  public float[] sum() {
    flush();
    return sum;
  }

  private void flush() {
    if (rows > 0) {
      blas.sgemm("N", "T", width, width, rows, 1, block, width, block, width, 1, sum, width);
      rows = 0;
    }
  }
}
