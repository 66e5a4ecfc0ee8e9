package io.takewithott.recommender.algebra;

import dev.ludovic.netlib.blas.BLAS;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The sweep operator on blocks of a symmetric positive definite matrix (Lange, Numerical Analysis
 * for Statisticians, 2nd edition 2010, chapter 7, there one row at a time). Sweeping block k with
 * D, the inverse of its pivot A_kk, sets
 *
 * <pre>
 *   A_ij ← A_ij − A_ik D A_kj     A_ik ← A_ik D     A_kk ← −D
 * </pre>
 *
 * and once every block is swept, A holds minus its inverse. A stays symmetric, so only its lower
 * half is kept up to date (the upper half of tiles on the diagonal is overwritten without meaning).
 * It costs n³ operations like LAPACK's potrf and potri together, nearly all of them in the first of
 * the three updates, whose tiles are independent products of matrices. Every pivot is a Schur
 * complement of A: one that is not positive definite tells that A is not.
 */
final class BlockSweep {
  /** Up to this size a pivot is inverted by plain loops in double precision. */
  private static final int SMALL = 48;

  /**
   * Rows and columns of a tile of the update: large for the kernel, small enough to give each
   * thread several.
   */
  private static final int TILE = 512;

  /**
   * Rows of a tile on the diagonal that are updated together, as far as the diagonal and not much
   * further.
   */
  private static final int STRIP = 128;

  /** Runs numbered tasks, in any order or at the same time. */
  interface Runner {
    void run(int tasks, IntConsumer task);
  }

  private final BLAS blas;
  private final Runner runner;
  private final float[] a;
  private final int n;
  private final int block;
  private final int tiles;
  private final int[] tileRow;
  private final int[] tileColumn;

  /**
   * The columns of the block that is swept, and the same times D; both n rows of the block's width.
   */
  private final float[] panel;

  private final float[] scaled;

  BlockSweep(BLAS blas, Runner runner, float[] a, int n, int block) {
    this.blas = blas;
    this.runner = runner;
    this.a = a;
    this.n = n;
    this.block = Math.min(block, n);
    this.tiles = (n + TILE - 1) / TILE;
    this.tileRow = new int[tiles * (tiles + 1) / 2];
    this.tileColumn = new int[tileRow.length];
    int tile = 0;
    for (int row = 0; row < tiles; row++) {
      for (int column = 0; column <= row; column++) {
        tileRow[tile] = row;
        tileColumn[tile++] = column;
      }
    }
    this.panel = new float[n * this.block];
    this.scaled = new float[n * this.block];
  }

  void sweepAll() {
    for (int first = 0; first < n; first += block) {
      try {
        sweep(first, Math.min(block, n - first));
      } catch (NotPositiveDefiniteException e) {
        throw e.within(first, n);
      }
    }
  }

  private void sweep(int first, int width) {
    float[] inverse = pivotInverse(first, width);
    runner.run(tiles, tile -> scalePanel(tile, first, width, inverse));
    runner.run(tileRow.length, tile -> update(tileRow[tile], tileColumn[tile], width));
    runner.run(tiles, tile -> writePanel(tile, first, width));
    for (int row = 0; row < width; row++) {
      for (int column = 0; column < width; column++) {
        a[(first + row) * n + first + column] = -inverse[row * width + column];
      }
    }
  }

  private float[] pivotInverse(int first, int width) {
    float[] pivot = new float[width * width];
    for (int row = 0; row < width; row++) {
      System.arraycopy(a, (first + row) * n + first, pivot, row * width, row + 1);
    }
    if (width <= SMALL) {
      SmallInverse.replace(pivot, width);
      return pivot;
    }
    new BlockSweep(blas, BlockSweep::inTurn, pivot, width, SMALL).sweepAll();
    for (int row = 0; row < width; row++) {
      for (int column = 0; column <= row; column++) {
        float value = -pivot[row * width + column];
        pivot[row * width + column] = value;
        pivot[column * width + row] = value;
      }
    }
    return pivot;
  }

  private static void inTurn(int tasks, IntConsumer task) {
    for (int i = 0; i < tasks; i++) {
      task.accept(i);
    }
  }

  /**
   * Takes a tile's rows of the swept columns, zero within the block itself, and multiplies them by
   * D.
   */
  private void scalePanel(int tile, int first, int width, float[] inverse) {
    int from = tile * TILE;
    int to = Math.min(from + TILE, n);
    for (int column = 0; column < width; column++) {
      int above = (first + column) * n;
      for (int row = from; row < Math.min(to, first); row++) {
        panel[row * width + column] = a[above + row];
      }
    }
    int inside = Math.max(from, first);
    int below = Math.max(from, first + width);
    if (inside < Math.min(to, below)) {
      Arrays.fill(panel, inside * width, Math.min(to, below) * width, 0);
    }
    for (int row = below; row < to; row++) {
      System.arraycopy(a, row * n + first, panel, row * width, width);
    }
    // BLAS counts by columns: a row-major product comes out with its factors in reverse order.
    blas.sgemm(
        "N",
        "N",
        width,
        to - from,
        width,
        1,
        inverse,
        0,
        width,
        panel,
        from * width,
        width,
        0,
        scaled,
        from * width,
        width);
  }

  private void update(int tileRow, int tileColumn, int width) {
    int from = tileRow * TILE;
    int to = Math.min(from + TILE, n);
    int left = tileColumn * TILE;
    if (tileRow != tileColumn) {
      subtract(from, to, left, left + TILE, width);
      return;
    }
    for (int row = from; row < to; row += STRIP) {
      int end = Math.min(row + STRIP, to);
      subtract(row, end, left, end, width);
    }
  }

  /** A ← A − (panel D) panelᵀ on the given rows and columns. */
  private void subtract(int from, int to, int left, int right, int width) {
    blas.sgemm(
        "T",
        "N",
        right - left,
        to - from,
        width,
        -1,
        panel,
        left * width,
        width,
        scaled,
        from * width,
        width,
        1,
        a,
        from * n + left,
        n);
  }

  private void writePanel(int tile, int first, int width) {
    int from = tile * TILE;
    int to = Math.min(from + TILE, n);
    for (int column = 0; column < width; column++) {
      int above = (first + column) * n;
      for (int row = from; row < Math.min(to, first); row++) {
        a[above + row] = scaled[row * width + column];
      }
    }
    for (int row = Math.max(from, first + width); row < to; row++) {
      System.arraycopy(scaled, row * width, a, row * n + first, width);
    }
  }
}
