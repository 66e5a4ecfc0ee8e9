package io.takewithott.trainer;

import io.takewithott.recommender.model.Trends;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.train.NeighbourTraining;
import io.takewithott.recommender.train.TitleCounts;
import io.takewithott.recommender.train.TrendTraining;
import java.io.Serializable;
import java.util.List;

/**
 * What is known of each title from all ratings, a few numbers each.
 *
 * @param counts as {@link TitleCounts} has them
 * @param walked of each title the half stars that the walk goes by
 */
record TitleSums(long[] counts, long[] walked, int earliest, int latest) implements Serializable {
  static TitleSums of(SpreadRatings ratings) {
    List<TitleSums> each = ratings.tasksRatings().map(TitleSums::of).collect();
    return each.stream().reduce(TitleSums::plus).orElseGet(() -> none(ratings.titleCount()));
  }

  private static TitleSums none(int titles) {
    return new TitleSums(
        new TitleCounts(titles).numbers(), new long[titles], Integer.MAX_VALUE, Integer.MIN_VALUE);
  }

  private static TitleSums of(RatingsSnapshot users) {
    NeighbourTraining walk = new NeighbourTraining(users);
    long[] walked = new long[users.titleCount()];
    for (int title = 0; title < walked.length; title++) {
      walked[title] = walk.walkedHalfStars(title);
    }
    int earliest = Integer.MAX_VALUE;
    int latest = Integer.MIN_VALUE;
    for (int k = 0; k < users.size(); k++) {
      earliest = Math.min(earliest, users.ratedAtEpochSeconds(k));
      latest = Math.max(latest, users.ratedAtEpochSeconds(k));
    }
    long[] counts = new TitleCounts(users.titleCount()).add(users).numbers();
    return new TitleSums(counts, walked, earliest, latest);
  }

  private TitleSums plus(TitleSums other) {
    return new TitleSums(
        added(counts, other.counts),
        added(walked, other.walked),
        Math.min(earliest, other.earliest),
        Math.max(latest, other.latest));
  }

  /** What is going on about each title lately, in one more look at the ratings. */
  Trends trends(SpreadRatings ratings) {
    int titles = ratings.titleCount();
    double span = earliest > latest ? 0 : TrendTraining.span(earliest, latest);
    if (span == 0) {
      return Trends.none(titles);
    }
    int now = latest;
    long[] sums =
        ratings.tasksRatings().map(users -> recent(users, now, span)).collect().stream()
            .reduce(new long[2 * titles], TitleSums::added);
    double[] recent = new double[titles];
    double[] counted = new double[titles];
    for (int title = 0; title < titles; title++) {
      recent[title] = FixedPoint.value(sums[title]);
      counted[title] = sums[titles + title];
    }
    return TrendTraining.of(recent, counted);
  }

  /** Of each title how recent its events are, together, and then how many they are. */
  private static long[] recent(RatingsSnapshot users, int now, double span) {
    int titles = users.titleCount();
    long[] sums = new long[2 * titles];
    for (int k = 0; k < users.size(); k++) {
      double age = (double) now - users.ratedAtEpochSeconds(k);
      if (age <= span) {
        sums[users.title(k)] += FixedPoint.of(TrendTraining.recency(age));
        sums[titles + users.title(k)]++;
      }
    }
    return sums;
  }

  private static long[] added(long[] a, long[] b) {
    long[] sums = a.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += b[i];
    }
    return sums;
  }
}
