package io.takewithott.recommender.train;

import io.takewithott.recommender.algebra.SquareMatrix;
import io.takewithott.recommender.model.ItemNeighbours;
import io.takewithott.recommender.model.Reading;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The ratings of the most rated titles in compressed rows, with those titles numbered from 0: what
 * a dense matrix over them is made of.
 */
final class DenseRatings {
  /** A title rated once says nothing of any other. */
  private static final int LEAST_RATINGS = 2;

  /** Entries kept of a row; more change nothing that can be measured. */
  private static final int MOST_NEIGHBOURS = 300;

  private final RatingsSnapshot ratings;
  private final int[] titles;
  private final int[] numbers;
  private final int[] offsets;
  private final int[] columns;

  /**
   * @param most titles that take part
   */
  DenseRatings(RatingsSnapshot ratings, int most) {
    this.ratings = ratings;
    this.titles = mostRated(ratings, most);
    this.numbers = new int[ratings.titleCount()];
    Arrays.fill(numbers, -1);
    for (int number = 0; number < titles.length; number++) {
      numbers[titles[number]] = number;
    }
    this.offsets = new int[ratings.userCount() + 1];
    int kept = 0;
    for (int user = 0; user < ratings.userCount(); user++) {
      for (int k = ratings.begin(user); k < ratings.end(user); k++) {
        kept += numbers[ratings.title(k)] >= 0 ? 1 : 0;
      }
      offsets[user + 1] = kept;
    }
    this.columns = new int[kept];
    int at = 0;
    for (int k = 0; k < ratings.size(); k++) {
      if (numbers[ratings.title(k)] >= 0) {
        columns[at++] = numbers[ratings.title(k)];
      }
    }
  }

  /** Ascending; of equally often rated ones the first. */
  private static int[] mostRated(RatingsSnapshot ratings, int most) {
    int[] counts = new int[ratings.titleCount()];
    for (int k = 0; k < ratings.size(); k++) {
      counts[ratings.title(k)]++;
    }
    return IntStream.range(0, counts.length)
        .filter(title -> counts[title] >= LEAST_RATINGS)
        .boxed()
        .sorted((a, b) -> counts[a] == counts[b] ? a - b : counts[b] - counts[a])
        .limit(most)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  /** Titles that take part. */
  int size() {
    return titles.length;
  }

  int[] offsets() {
    return offsets;
  }

  int[] columns() {
    return columns;
  }

  /** What each rating is read as; a user's mean is over all of their titles. */
  float[] read(Reading reading) {
    float[] values = new float[columns.length];
    int at = 0;
    for (int user = 0; user < ratings.userCount(); user++) {
      int begin = ratings.begin(user);
      float[] halfStars = new float[ratings.end(user) - begin];
      for (int i = 0; i < halfStars.length; i++) {
        halfStars[i] = ratings.halfStars(begin + i);
      }
      float[] inputs = reading.inputs(halfStars);
      for (int i = 0; i < inputs.length; i++) {
        if (numbers[ratings.title(begin + i)] >= 0) {
          values[at++] = inputs[i];
        }
      }
    }
    return values;
  }

  /** The norm of each title's ratings as they are read; 1 where it would be 0. */
  double[] titleNorms(Reading reading) {
    float[] values = read(reading);
    double[] norms = new double[titles.length];
    for (int k = 0; k < values.length; k++) {
      norms[columns[k]] += (double) values[k] * values[k];
    }
    return Arrays.stream(norms).map(square -> square > 0 ? Math.sqrt(square) : 1).toArray();
  }

  /** Divides both by a power of each user's norm of the inputs, and by the titles' divisors. */
  void divide(float[] inputs, float[] targets, double[] titleDivisors, double userPower) {
    for (int user = 0; user + 1 < offsets.length; user++) {
      double square = 0;
      for (int k = offsets[user]; k < offsets[user + 1]; k++) {
        square += (double) inputs[k] * inputs[k];
      }
      double factor = square > 0 ? Math.pow(square, -userPower / 2) : 1;
      for (int k = offsets[user]; k < offsets[user + 1]; k++) {
        double scale = factor / titleDivisors[columns[k]];
        inputs[k] *= (float) scale;
        targets[k] *= (float) scale;
      }
    }
  }

  /**
   * The strongest entries of each row over all titles, each over the divisor of its row and times
   * the factor of its column, without the diagonal.
   */
  ItemNeighbours sparse(SquareMatrix matrix, double[] rowDivisors, double[] columnFactors) {
    int size = titles.length;
    int[][] neighbours = new int[ratings.titleCount()][0];
    float[][] weights = new float[ratings.titleCount()][0];
    IntStream.range(0, size)
        .parallel()
        .forEach(
            row -> {
              float[] scaled = new float[size];
              int at = matrix.rowStart(row);
              for (int column = 0; column < size; column++) {
                scaled[column] =
                    (float)
                        (matrix.values()[at + column] / rowDivisors[row] * columnFactors[column]);
              }
              scaled[row] = 0;
              int[] kept = Strongest.of(scaled, MOST_NEIGHBOURS);
              weights[titles[row]] = new float[kept.length];
              for (int i = 0; i < kept.length; i++) {
                weights[titles[row]][i] = scaled[kept[i]];
                kept[i] = titles[kept[i]];
              }
              neighbours[titles[row]] = kept;
            });
    return ItemNeighbours.ofRows(neighbours, weights);
  }
}
