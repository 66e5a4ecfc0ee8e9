package io.takewithott.recommender.algebra;

import dev.ludovic.netlib.blas.BLAS;

/**
 * The matrix computations of training. Results are the same for any number of threads, and on one
 * machine the same in every run; another kernel or processor may differ in the last bits.
 */
public final class DenseAlgebra {
  /** OpenBLAS keeps buffers for 64 callers at a time. */
  private static final int MAX_THREADS = 32;

  private final BLAS blas;
  private final int threads;

  DenseAlgebra(BLAS blas, int threads) {
    this.blas = blas;
    this.threads = Math.min(threads, MAX_THREADS);
  }

  /**
   * On all processors, by OpenBLAS, or by pure Java with a warning where OpenBLAS cannot be loaded.
   */
  public static DenseAlgebra fastest() {
    return new DenseAlgebra(OpenBlas.orPureJava(), processors());
  }

  /** On all processors, by pure Java. */
  public static DenseAlgebra pureJava() {
    return new DenseAlgebra(OpenBlas.pureJava(), processors());
  }

  /**
   * Replaces a symmetric positive definite matrix by its inverse. Only the lower half is read; both
   * are written. Besides the matrix it needs memory for about 1,000 of its rows.
   *
   * <p>As exact as LAPACK in single precision while the largest eigenvalue is below 100,000 times
   * the smallest, and less so beyond: a ridge should be no lighter than that.
   *
   * @throws NotPositiveDefiniteException leaving the matrix half done
   */
  public SquareMatrix inverse(SquareMatrix matrix) {
    try (Workers workers = new Workers(threads)) {
      new SymmetricInverse(blas, workers).replace(matrix);
    }
    return matrix;
  }

  /**
   * Replaces {@code a} by {@code a b}, needing memory for a few hundred rows only; b must be
   * another matrix.
   */
  public SquareMatrix replaceByProduct(SquareMatrix a, SquareMatrix b) {
    try (Workers workers = new Workers(threads)) {
      return new MatrixProduct(blas, workers).replace(a, b);
    }
  }

  /** The Gram matrix {@code XᵀX} of a sparse matrix X. */
  public SquareMatrix gram(SparsePattern pattern, float[] values) {
    try (Workers workers = new Workers(threads)) {
      return new Gram(workers).of(pattern, values);
    }
  }

  /** The product {@code XᵀY} of two sparse matrices with their values at the same places. */
  public SquareMatrix cross(SparsePattern pattern, float[] left, float[] right) {
    try (Workers workers = new Workers(threads)) {
      return new CrossProduct(workers).of(pattern, left, right);
    }
  }

  /** For one thread: sums of rows of so many numbers times themselves. */
  public OuterProducts outerProducts(int width) {
    return new OuterProducts(blas, width);
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
