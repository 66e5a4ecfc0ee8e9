package io.takewithott.recommender.stars;

import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.Arrays;

/**
 * Ratings as compressed rows, of users or of titles: for each row the columns and the half stars. 5
 * bytes a rating, 4 a row.
 */
final class Incidence {
  private final int columns;
  private final int[] offsets;
  private final int[] others;
  private final byte[] halfStars;

  private Incidence(int columns, int[] offsets, int[] others, byte[] halfStars) {
    this.columns = columns;
    this.offsets = offsets;
    this.others = others;
    this.halfStars = halfStars;
  }

  /** Which ratings of a snapshot are meant. */
  interface Part {
    Part ALL = (user, position) -> true;

    boolean has(int user, int position);
  }

  /** The users' rows, with the ratings of a part. */
  static Incidence ofUsers(RatingsSnapshot ratings, Part part) {
    int users = ratings.userCount();
    int[] offsets = new int[users + 1];
    for (int user = 0; user < users; user++) {
      int count = 0;
      for (int k = ratings.begin(user); k < ratings.end(user); k++) {
        count += part.has(user, k) ? 1 : 0;
      }
      offsets[user + 1] = offsets[user] + count;
    }
    int[] others = new int[offsets[users]];
    byte[] halfStars = new byte[others.length];
    int at = 0;
    for (int user = 0; user < users; user++) {
      for (int k = ratings.begin(user); k < ratings.end(user); k++) {
        if (part.has(user, k)) {
          others[at] = ratings.title(k);
          halfStars[at++] = (byte) ratings.halfStars(k);
        }
      }
    }
    return new Incidence(ratings.titleCount(), offsets, others, halfStars);
  }

  /** The same ratings by column. */
  Incidence transposed() {
    int[] starts = new int[columns + 1];
    for (int other : others) {
      starts[other + 1]++;
    }
    for (int column = 0; column < columns; column++) {
      starts[column + 1] += starts[column];
    }
    int[] next = starts.clone();
    int[] rows = new int[others.length];
    byte[] values = new byte[others.length];
    for (int row = 0; row < rows(); row++) {
      for (int k = begin(row); k < end(row); k++) {
        int place = next[others[k]]++;
        rows[place] = row;
        values[place] = halfStars[k];
      }
    }
    return new Incidence(rows(), starts, rows, values);
  }

  int rows() {
    return offsets.length - 1;
  }

  int columns() {
    return columns;
  }

  int size() {
    return others.length;
  }

  int begin(int row) {
    return offsets[row];
  }

  int end(int row) {
    return offsets[row + 1];
  }

  int count(int row) {
    return offsets[row + 1] - offsets[row];
  }

  /** The columns of a row. */
  int[] others(int row) {
    return Arrays.copyOfRange(others, offsets[row], offsets[row + 1]);
  }

  /** The stars of a row, in the order of its columns. */
  float[] stars(int begin, int end) {
    float[] stars = new float[end - begin];
    for (int k = begin; k < end; k++) {
      stars[k - begin] = stars(k);
    }
    return stars;
  }

  /** Sums up the vectors of a row's columns. */
  void sumOthers(int row, float[] vectors, int width, float[] into) {
    int f = 0;
    for (; f + Sums.WIDTH <= width; f += Sums.WIDTH) {
      Sums.eight(others, offsets[row], offsets[row + 1], vectors, width, f, into);
    }
    for (; f < width; f++) {
      float sum = 0;
      for (int k = offsets[row]; k < offsets[row + 1]; k++) {
        sum += vectors[others[k] * width + f];
      }
      into[f] = sum;
    }
  }

  /** Sums that are kept in registers: an array of them would be read and written every time. */
  private static final class Sums {
    private static final int WIDTH = 8;

    static void eight(
        int[] rows, int begin, int end, float[] vectors, int width, int f, float[] into) {
      float a = 0;
      float b = 0;
      float c = 0;
      float d = 0;
      float e = 0;
      float g = 0;
      float h = 0;
      float i = 0;
      for (int k = begin; k < end; k++) {
        int at = rows[k] * width + f;
        a += vectors[at];
        b += vectors[at + 1];
        c += vectors[at + 2];
        d += vectors[at + 3];
        e += vectors[at + 4];
        g += vectors[at + 5];
        h += vectors[at + 6];
        i += vectors[at + 7];
      }
      into[f] = a;
      into[f + 1] = b;
      into[f + 2] = c;
      into[f + 3] = d;
      into[f + 4] = e;
      into[f + 5] = g;
      into[f + 6] = h;
      into[f + 7] = i;
    }
  }

  int other(int position) {
    return others[position];
  }

  float stars(int position) {
    return halfStars[position] / 2f;
  }
}
