package io.takewithott.recommender.algebra;

import dev.ludovic.netlib.blas.BLAS;

/**
 * The inverse of a symmetric positive definite matrix in its own place: {@link BlockSweep} and then
 * the upper half.
 */
final class SymmetricInverse {
  private final BLAS blas;
  private final Workers workers;

  SymmetricInverse(BLAS blas, Workers workers) {
    this.blas = blas;
    this.workers = workers;
  }

  void replace(SquareMatrix matrix) {
    int size = matrix.size();
    new BlockSweep(blas, workers::run, matrix.values(), size, blockOf(size)).sweepAll();
    new LowerHalf(workers).negate(matrix);
    new LowerHalf(workers).mirror(matrix);
  }

  /**
   * Wide blocks pass over a large matrix less often; narrow ones leave less work to one thread.
   * Measured.
   */
  private static int blockOf(int size) {
    if (size <= 4_096) {
      return 128;
    }
    return size <= 10_000 ? 256 : 512;
  }
}
