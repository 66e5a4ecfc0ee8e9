package io.takewithott.recommender.train;

/**
 * How many titles the dense matrices may have. Training holds two of them at once and as much again
 * for everything else; beyond some size the time grows with the cube and quality no more, because
 * what is left out was rated least.
 */
public final class DenseLimit {
  /** About a minute of two processors for each of the two matrices. */
  static final int MOST_TITLES = 12_000;

  private static final double PART_OF_HEAP = 0.5;
  private static final int MATRICES = 2;

  private DenseLimit() {}

  public static int titles(long heapBytes) {
    double entries = heapBytes * PART_OF_HEAP / MATRICES / Float.BYTES;
    return (int) Math.min(MOST_TITLES, Math.sqrt(entries));
  }
}
