package io.takewithott.trainer;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A row of a sparse matrix in fixed point.
 *
 * @param places ascending
 * @param units at each of them
 */
record SparseRow(int[] places, long[] units) implements Serializable {
  SparseRow plus(SparseRow other) {
    int[] both = new int[places.length + other.places.length];
    long[] sums = new long[both.length];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < places.length || j < other.places.length) {
      int mine = i < places.length ? places[i] : Integer.MAX_VALUE;
      int theirs = j < other.places.length ? other.places[j] : Integer.MAX_VALUE;
      both[count] = Math.min(mine, theirs);
      sums[count++] = (mine <= theirs ? units[i] : 0) + (theirs <= mine ? other.units[j] : 0);
      i += mine <= theirs ? 1 : 0;
      j += theirs <= mine ? 1 : 0;
    }
    return new SparseRow(Arrays.copyOf(both, count), Arrays.copyOf(sums, count));
  }

  /** Its largest entries; of equal ones the first. */
  SparseRow strongest(int most) {
    if (places.length <= most) {
      return this;
    }
    int[] kept =
        IntStream.range(0, places.length)
            .boxed()
            .sorted(Comparator.comparingLong((Integer at) -> -units[at]).thenComparing(at -> at))
            .limit(most)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    return new SparseRow(
        Arrays.stream(kept).map(at -> places[at]).toArray(),
        Arrays.stream(kept).mapToLong(at -> units[at]).toArray());
  }

  /** The entries as numbers, over a scale. */
  float[] values(double scale) {
    float[] values = new float[units.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (FixedPoint.value(units[i]) / scale);
    }
    return values;
  }
}
