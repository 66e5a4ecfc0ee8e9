package io.takewithott.recommender.model;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * For each title the titles that its viewers liked too, with a weight: the rows of a sparse
 * item-item matrix, each ascending by title. Weights are directed: from a title that the user has
 * to one that they may get. The matrix may lie in a mapped file; it is read where it is.
 */
public final class ItemNeighbours {
  private final IntBuffer offsets;
  private final IntBuffer neighbours;
  private final FloatBuffer weights;

  public ItemNeighbours(int[] offsets, int[] neighbours, float[] weights) {
    this(
        IntBuffer.wrap(offsets.clone()),
        IntBuffer.wrap(neighbours.clone()),
        FloatBuffer.wrap(weights.clone()));
  }

  private ItemNeighbours(IntBuffer offsets, IntBuffer neighbours, FloatBuffer weights) {
    int titles = offsets.remaining() - 1;
    boolean consistent =
        titles >= 0
            && offsets.get(0) == 0
            && offsets.get(titles) == neighbours.remaining()
            && weights.remaining() == neighbours.remaining();
    if (!consistent) {
      throw new IllegalArgumentException(
          neighbours.remaining()
              + " neighbours, "
              + weights.remaining()
              + " weights and their"
              + " offsets do not fit each other");
    }
    this.offsets = offsets;
    this.neighbours = neighbours;
    this.weights = weights;
  }

  /** Over buffers that nobody changes; they are not copied. */
  static ItemNeighbours of(IntBuffer offsets, IntBuffer neighbours, FloatBuffer weights) {
    ItemNeighbours matrix =
        new ItemNeighbours(offsets.slice(), neighbours.slice(), weights.slice());
    matrix.check();
    return matrix;
  }

  /** Every row ends where it begins or later, and leads to titles that there are. */
  private void check() {
    for (int title = 0; title < titleCount(); title++) {
      int begin = offsets.get(title);
      int end = offsets.get(title + 1);
      if (begin > end) {
        throw new IllegalArgumentException("the neighbours of title " + title + " end too early");
      }
      for (int k = begin; k < end; k++) {
        if (neighbours.get(k) < 0 || neighbours.get(k) >= titleCount()) {
          throw new IllegalArgumentException("title " + title + " has a neighbour that is none");
        }
      }
    }
  }

  /** From the rows, each ascending by title. */
  public static ItemNeighbours ofRows(int[][] neighbours, float[][] weights) {
    int[] offsets = new int[neighbours.length + 1];
    for (int title = 0; title < neighbours.length; title++) {
      offsets[title + 1] = Math.addExact(offsets[title], neighbours[title].length);
    }
    int[] allNeighbours = new int[offsets[neighbours.length]];
    float[] allWeights = new float[allNeighbours.length];
    for (int title = 0; title < neighbours.length; title++) {
      int length = neighbours[title].length;
      System.arraycopy(neighbours[title], 0, allNeighbours, offsets[title], length);
      System.arraycopy(weights[title], 0, allWeights, offsets[title], length);
    }
    return new ItemNeighbours(
        IntBuffer.wrap(offsets), IntBuffer.wrap(allNeighbours), FloatBuffer.wrap(allWeights));
  }

  public int titleCount() {
    return offsets.remaining() - 1;
  }

  /** Of all titles together. */
  int size() {
    return neighbours.remaining();
  }

  /** Adds a title's row, times a factor, to the scores. */
  public void spread(int title, float factor, float[] scores) {
    int end = offsets.get(title + 1);
    for (int k = offsets.get(title); k < end; k++) {
      scores[neighbours.get(k)] += factor * weights.get(k);
    }
  }

  /** The weight from one title to another, 0 when they are no neighbours. */
  public float weight(int from, int to) {
    int low = offsets.get(from);
    int high = offsets.get(from + 1) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = neighbours.get(middle);
      if (found == to) {
        return weights.get(middle);
      }
      low = found < to ? middle + 1 : low;
      high = found > to ? middle - 1 : high;
    }
    return 0;
  }

  /** The neighbours of a title, ascending. */
  public int[] of(int title) {
    int begin = offsets.get(title);
    int[] row = new int[offsets.get(title + 1) - begin];
    neighbours.get(begin, row);
    return row;
  }

  IntBuffer offsets() {
    return offsets;
  }

  IntBuffer neighbours() {
    return neighbours;
  }

  FloatBuffer weights() {
    return weights;
  }
}
