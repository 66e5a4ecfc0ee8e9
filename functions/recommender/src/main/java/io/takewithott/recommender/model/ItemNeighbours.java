package io.takewithott.recommender.model;

import java.util.Arrays;

/**
 * For each title the titles that its viewers liked too, with a weight: the rows of a sparse
 * item-item matrix, each ascending by title. Weights are directed: from a title that the user has
 * to one that they may get.
 */
public final class ItemNeighbours {
  private final int[] offsets;
  private final int[] neighbours;
  private final float[] weights;

  public ItemNeighbours(int[] offsets, int[] neighbours, float[] weights) {
    this.offsets = offsets.clone();
    this.neighbours = neighbours.clone();
    this.weights = weights.clone();
  }

  public int titleCount() {
    return offsets.length - 1;
  }

  /** Adds a title's row, times a factor, to the scores. */
  public void spread(int title, float factor, float[] scores) {
    for (int k = offsets[title]; k < offsets[title + 1]; k++) {
      scores[neighbours[k]] += factor * weights[k];
    }
  }

  /** The weight from one title to another, 0 when they are no neighbours. */
  public float weight(int from, int to) {
    int found = Arrays.binarySearch(neighbours, offsets[from], offsets[from + 1], to);
    return found < 0 ? 0 : weights[found];
  }

  /** The neighbours of a title, ascending. */
  public int[] of(int title) {
    return Arrays.copyOfRange(neighbours, offsets[title], offsets[title + 1]);
  }

  int[] offsets() {
    return offsets;
  }

  int[] neighbours() {
    return neighbours;
  }

  float[] weights() {
    return weights;
  }
}
