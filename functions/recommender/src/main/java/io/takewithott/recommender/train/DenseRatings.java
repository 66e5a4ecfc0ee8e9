package io.takewithott.recommender.train;

import io.takewithott.recommender.algebra.Blocks;
import io.takewithott.recommender.algebra.SparsePattern;
import io.takewithott.recommender.model.ItemNeighbours;
import io.takewithott.recommender.model.Reading;
import io.takewithott.recommender.snapshot.RatingsByTitle;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.Arrays;

/**
 * The ratings of the most rated titles in compressed rows, with those titles numbered from 0: what
 * a dense matrix over them is made of. The most rated comes first, so that the sums that most
 * ratings are added to lie side by side.
 */
final class DenseRatings {
  /** Entries kept of a row; more change nothing that can be measured. */
  private static final int MOST_NEIGHBOURS = 300;

  private static final int MOST_HALF_STARS = 10;

  private final RatingsSnapshot ratings;
  private final TitleCounts counts;
  private final int[] titles;
  private final SparsePattern pattern;
  private final byte[] halfStars;

  /**
   * @param most titles that take part
   */
  DenseRatings(RatingsSnapshot ratings, int most) {
    this(ratings, RatingsByTitle.of(ratings), most);
  }

  DenseRatings(RatingsSnapshot ratings, RatingsByTitle byTitle, int most) {
    this(ratings, byTitle, TitleCounts.of(byTitle), most);
  }

  private DenseRatings(
      RatingsSnapshot ratings, RatingsByTitle byTitle, TitleCounts counts, int most) {
    this(ratings, byTitle, counts, Head.mostRated(counts, most));
  }

  /**
   * @param counts of these ratings, or of all that these are a part of
   * @param titles those that take part
   */
  DenseRatings(RatingsSnapshot ratings, RatingsByTitle byTitle, TitleCounts counts, int[] titles) {
    this.ratings = ratings;
    this.counts = counts;
    this.titles = titles;
    int[] offsets = new int[ratings.userCount() + 1];
    for (int title : titles) {
      for (int place = byTitle.begin(title); place < byTitle.end(title); place++) {
        offsets[byTitle.user(place) + 1]++;
      }
    }
    Arrays.parallelPrefix(offsets, Integer::sum);
    int[] columns = new int[offsets[ratings.userCount()]];
    this.halfStars = new byte[columns.length];
    int[] next = offsets.clone();
    for (int number = 0; number < titles.length; number++) {
      for (int place = byTitle.begin(titles[number]);
          place < byTitle.end(titles[number]);
          place++) {
        int at = next[byTitle.user(place)]++;
        columns[at] = number;
        halfStars[at] = (byte) byTitle.halfStars(place);
      }
    }
    this.pattern = new SparsePattern(offsets, columns, titles.length);
  }

  Head head(ItemWeightSettings settings) {
    return Head.of(counts, titles, settings);
  }

  int titleCount() {
    return ratings.titleCount();
  }

  /** Titles that take part. */
  int size() {
    return titles.length;
  }

  /** Where users, by row, rated titles, by column. */
  SparsePattern pattern() {
    return pattern;
  }

  /** What each rating is read as; a user's mean is over all of their titles. */
  float[] read(Reading reading) {
    float[] values = new float[pattern.size()];
    Blocks.each(
        ratings.userCount(),
        (from, to) -> {
          // What a user's rating is read as depends on nothing else but its half stars.
          float[] meaning = new float[MOST_HALF_STARS + 1];
          for (int user = from; user < to; user++) {
            int begin = ratings.begin(user);
            float[] all = new float[ratings.end(user) - begin];
            for (int i = 0; i < all.length; i++) {
              all[i] = ratings.halfStars(begin + i);
            }
            float[] inputs = reading.inputs(all);
            for (int i = 0; i < all.length; i++) {
              meaning[ratings.halfStars(begin + i)] = inputs[i];
            }
            for (int at = pattern.rowStart(user); at < pattern.rowStart(user + 1); at++) {
              values[at] = meaning[halfStars[at]];
            }
          }
        });
    return values;
  }

  /** Divides both by a power of each user's norm of the inputs, and by the titles' divisors. */
  void divide(float[] inputs, float[] targets, double[] titleDivisors, double userPower) {
    Blocks.each(
        pattern.rowCount(),
        (from, to) -> {
          for (int user = from; user < to; user++) {
            int begin = pattern.rowStart(user);
            int end = pattern.rowStart(user + 1);
            double square = 0;
            for (int k = begin; k < end; k++) {
              square += (double) inputs[k] * inputs[k];
            }
            double factor = square > 0 ? Math.pow(square, -userPower / 2) : 1;
            for (int k = begin; k < end; k++) {
              double scale = factor / titleDivisors[pattern.column(k)];
              inputs[k] *= (float) scale;
              targets[k] *= (float) scale;
            }
          }
        });
  }

  /** Writes one row of a matrix over the titles that take part. */
  interface Rows {
    void copy(int row, float[] into);
  }

  /**
   * The strongest entries of each row over all titles, each over the divisor of its row and times
   * the back of its column, without the diagonal.
   */
  static ItemNeighbours sparse(Rows matrix, Head head, int titleCount) {
    int[] titles = head.titles();
    int size = titles.length;
    int[][] neighbours = new int[titleCount][0];
    float[][] weights = new float[titleCount][0];
    Blocks.each(
        size,
        (from, to) -> {
          float[] scaled = new float[size];
          for (int row = from; row < to; row++) {
            matrix.copy(row, scaled);
            for (int column = 0; column < size; column++) {
              scaled[column] =
                  (float) (scaled[column] / head.divisors()[row] * head.back()[column]);
            }
            scaled[row] = 0;
            long[] kept =
                Arrays.stream(Strongest.of(scaled, MOST_NEIGHBOURS))
                    .mapToLong(column -> ((long) titles[column] << Integer.SIZE) | column)
                    .sorted()
                    .toArray();
            int[] others = new int[kept.length];
            float[] strengths = new float[kept.length];
            for (int i = 0; i < kept.length; i++) {
              others[i] = (int) (kept[i] >>> Integer.SIZE);
              strengths[i] = scaled[(int) kept[i]];
            }
            neighbours[titles[row]] = others;
            weights[titles[row]] = strengths;
          }
        });
    return ItemNeighbours.ofRows(neighbours, weights);
  }
}
