package io.takewithott.benchmarks.baseline;

import io.takewithott.recommender.snapshot.RatingsByTitle;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/** All titles by how many rated them, the same for everybody; of equals the lower id first. */
public final class Popularity {
  private final List<Long> mostRatedFirst;

  public Popularity(RatingsSnapshot ratings) {
    RatingsByTitle byTitle = RatingsByTitle.of(ratings);
    this.mostRatedFirst =
        IntStream.range(0, ratings.titleCount())
            .boxed()
            .sorted(Comparator.comparingInt(byTitle::count).reversed())
            .map(ratings::titleId)
            .toList();
  }

  public List<Long> top(LongPredicate candidate, int howMany) {
    return mostRatedFirst.stream().filter(candidate::test).limit(howMany).toList();
  }

  /** What a recommender named, filled up to so many with the most popular of the rest. */
  public List<Long> filled(List<Long> named, LongPredicate candidate, int howMany) {
    Set<Long> all = new LinkedHashSet<>(named);
    for (long title : mostRatedFirst) {
      if (all.size() >= howMany) {
        break;
      }
      if (candidate.test(title)) {
        all.add(title);
      }
    }
    return all.stream().limit(howMany).toList();
  }
}
