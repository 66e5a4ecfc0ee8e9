package io.takewithott.recommender.train;

import java.util.Arrays;

/** Chooses the entries of a row that are largest without regard to sign. */
public final class Strongest {
  private Strongest() {}

  /**
   * The places of at most so many entries, ascending, none of them zero; of equally strong ones the
   * first.
   */
  public static int[] of(float[] row, int most) {
    float[] strengths = new float[row.length];
    int nonZero = 0;
    for (float value : row) {
      if (value != 0) {
        strengths[nonZero++] = Math.abs(value);
      }
    }
    int count = Math.min(most, nonZero);
    if (count == 0) {
      return new int[0];
    }
    float least = count == nonZero ? 0 : select(strengths, nonZero, nonZero - count);
    int above = 0;
    for (int k = 0; k < nonZero; k++) {
      above += strengths[k] > least ? 1 : 0;
    }
    int equalsLeft = count - above;
    int[] places = new int[count];
    int at = 0;
    for (int place = 0; place < row.length && at < count; place++) {
      float strength = Math.abs(row[place]);
      if (strength > least) {
        places[at++] = place;
      } else if (strength == least && strength > 0 && equalsLeft > 0) {
        places[at++] = place;
        equalsLeft--;
      }
    }
    return Arrays.copyOf(places, at);
  }

  /** The value that would stand at a rank in ascending order (Hoare, CACM 1961). */
  private static float select(float[] values, int length, int rank) {
    int low = 0;
    int high = length - 1;
    while (low < high) {
      float pivot = values[(low + high) >>> 1];
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          float swapped = values[i];
          values[i++] = values[j];
          values[j--] = swapped;
        }
      }
      if (rank <= j) {
        high = j;
      } else if (rank >= i) {
        low = i;
      } else {
        return values[rank];
      }
    }
    return values[rank];
  }
}
