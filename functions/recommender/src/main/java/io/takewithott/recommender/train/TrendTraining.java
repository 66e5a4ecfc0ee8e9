package io.takewithott.recommender.train;

import io.takewithott.recommender.model.Trends;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.Arrays;

/**
 * Finds what is going on lately: a title's recent events, each counted less the longer ago it was
 * (exponential decay: Cormode, Shkapenyuk, Srivastava, Xu: Forward Decay, ICDE 2009), against what
 * its long-run rate and the general activity let expect, in standard deviations of a Poisson count.
 * Recent means before the latest event, not before today, so that an old data set has trends too.
 * Any kind of event counts that has a title and a time: ratings now, and watching when there is a
 * record of it.
 */
public final class TrendTraining {
  private static final double DAY = 86_400;
  private static final double HALF_LIFE = 7 * DAY;

  private static final double MEAN_LIFE = HALF_LIFE / Math.log(2);

  /** The long run: what happened before is forgotten. */
  private static final double LONG_RUN = 365 * DAY;

  /** With less than this on record lately and always are the same. */
  private static final double SHORTEST_RECORD = 28 * DAY;

  /** Expected events that every title has on top, so that one event is no trend. */
  private static final double PRIOR = 1;

  private final int titleCount;
  private int[] titles = new int[1024];
  private int[] times = new int[1024];
  private int size;

  public TrendTraining(int titleCount) {
    this.titleCount = titleCount;
  }

  /** Adds every rating as an event; the snapshot's titles are the model's. */
  public TrendTraining add(RatingsSnapshot ratings) {
    for (int k = 0; k < ratings.size(); k++) {
      add(ratings.title(k), ratings.ratedAtEpochSeconds(k));
    }
    return this;
  }

  /** Adds one event. */
  public TrendTraining add(int title, int atEpochSeconds) {
    if (size == titles.length) {
      titles = Arrays.copyOf(titles, size * 2);
      times = Arrays.copyOf(times, size * 2);
    }
    titles[size] = title;
    times[size] = atEpochSeconds;
    size++;
    return this;
  }

  /** How far back events are looked at, in seconds; 0 where the record is too short. */
  public static double span(int earliest, int latest) {
    double span = Math.min(LONG_RUN, (double) latest - earliest);
    return span < SHORTEST_RECORD ? 0 : span;
  }

  /** What an event counts that is so many seconds older than the latest. */
  public static double recency(double age) {
    return Math.exp(-age / MEAN_LIFE);
  }

  public Trends train() {
    int latest = Arrays.stream(times, 0, size).max().orElse(0);
    int earliest = Arrays.stream(times, 0, size).min().orElse(0);
    double span = span(earliest, latest);
    if (span == 0) {
      return Trends.none(titleCount);
    }
    double[] recent = new double[titleCount];
    double[] counted = new double[titleCount];
    for (int k = 0; k < size; k++) {
      double age = (double) latest - times[k];
      if (age <= span) {
        recent[titles[k]] += recency(age);
        counted[titles[k]]++;
      }
    }
    return of(recent, counted);
  }

  /**
   * From sums made elsewhere.
   *
   * @param recent of each title the events of the long run, each by how recent it is
   * @param counted how many they are
   */
  public static Trends of(double[] recent, double[] counted) {
    int titleCount = recent.length;
    // Of activity that never changes this part is recent, and so of each title's.
    double usual = Arrays.stream(recent).sum() / Arrays.stream(counted).sum();
    float[] velocity = new float[titleCount];
    for (int title = 0; title < titleCount; title++) {
      double expected = counted[title] * usual;
      velocity[title] = (float) ((recent[title] - expected) / Math.sqrt(expected + PRIOR));
    }
    return new Trends(velocity);
  }
}
