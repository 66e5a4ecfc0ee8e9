package io.takewithott.recommender.train;

import io.takewithott.recommender.model.Reading;
import io.takewithott.recommender.snapshot.RatingsByTitle;
import io.takewithott.recommender.snapshot.RatingsSnapshot;

/**
 * How often each title was given each number of half stars. Whole numbers, so that counts of parts
 * of the ratings add up to the same in any order.
 */
public final class TitleCounts {
  private static final int MOST_HALF_STARS = 10;
  private static final int KINDS = MOST_HALF_STARS + 1;

  private final long[] counts;

  public TitleCounts(int titles) {
    this(new long[titles * KINDS]);
  }

  private TitleCounts(long[] counts) {
    this.counts = counts;
  }

  /** From the numbers that {@link #numbers} answered. */
  public static TitleCounts of(long[] numbers) {
    return new TitleCounts(numbers.clone());
  }

  static TitleCounts of(RatingsByTitle ratings) {
    TitleCounts counts = new TitleCounts(ratings.titleCount());
    for (int title = 0; title < ratings.titleCount(); title++) {
      for (int place = ratings.begin(title); place < ratings.end(title); place++) {
        counts.counts[title * KINDS + ratings.halfStars(place)]++;
      }
    }
    return counts;
  }

  /** Counts ratings in, of the same titles. */
  public TitleCounts add(RatingsSnapshot ratings) {
    for (int k = 0; k < ratings.size(); k++) {
      counts[ratings.title(k) * KINDS + ratings.halfStars(k)]++;
    }
    return this;
  }

  /** As an array, one title after the other, to be sent elsewhere. */
  public long[] numbers() {
    return counts.clone();
  }

  public int titleCount() {
    return counts.length / KINDS;
  }

  /** Of all titles. */
  public long size() {
    long size = 0;
    for (long count : counts) {
      size += count;
    }
    return size;
  }

  public long raters(int title) {
    long raters = 0;
    for (int kind = 0; kind < KINDS; kind++) {
      raters += counts[title * KINDS + kind];
    }
    return raters;
  }

  long likes(int title) {
    long likes = 0;
    for (int kind = CrowdTraining.LIKED_HALF_STARS; kind < KINDS; kind++) {
      likes += counts[title * KINDS + kind];
    }
    return likes;
  }

  /** The half stars of a title's ratings together. */
  public long halfStars(int title) {
    long sum = 0;
    for (int kind = 1; kind < KINDS; kind++) {
      sum += kind * counts[title * KINDS + kind];
    }
    return sum;
  }

  /** The norm of a title's ratings read as levels; 1 where it would be 0. */
  double norm(int title, float shareBelowZero) {
    float[] every = new float[KINDS];
    for (int each = 0; each < KINDS; each++) {
      every[each] = each;
    }
    float[] levels = Reading.level(shareBelowZero).inputs(every);
    double sum = 0;
    for (int kind = 0; kind < KINDS; kind++) {
      sum += (double) counts[title * KINDS + kind] * levels[kind] * levels[kind];
    }
    return sum > 0 ? Math.sqrt(sum) : 1;
  }
}
