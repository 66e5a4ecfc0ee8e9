package io.takewithott.benchmarks.speed;

import io.takewithott.benchmarks.baseline.AnonymousUser;
import io.takewithott.benchmarks.baseline.TasteBaseline;
import io.takewithott.benchmarks.baseline.TasteRanking;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.mahout.cf.taste.model.DataModel;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same with Taste's recommenders; its SVDRecommender cannot fold in. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TasteBenchmark {
  private static final int LISTED = 100;
  private static final int LONG_HISTORY = 100;

  /** See {@link SpeedWorld#of}. */
  @Param("100000")
  public String world = "";

  private @Nullable Subject subject;

  @Setup
  public void train() throws Exception {
    RatingsSnapshot ratings = SpeedWorld.of(world).ratings();
    DataModel sets = TasteBaseline.ITEM_BASED_LLR.data(ratings);
    DataModel stars = TasteBaseline.RATING_SGD.data(ratings);
    subject =
        new Subject(
            ratings,
            new TasteRanking(TasteBaseline.ITEM_BASED_LLR.over(sets)),
            // Its speed of ranking does not depend on how long it was trained.
            new TasteRanking(TasteBaseline.RATING_SGD.over(stars, 1)),
            new AnonymousUser(sets),
            new Turns(ratings));
  }

  @Benchmark
  public List<Long> itemBasedTopHundred() {
    return subject().itemBased().top(subject().userId(), LISTED);
  }

  @Benchmark
  public List<Long> svdTopHundred() {
    return subject().svd().top(subject().userId(), LISTED);
  }

  /** A stranger with three favourites, by {@code PlusAnonymousUserDataModel}. */
  @Benchmark
  public List<Long> itemBasedFoldInThreePicks() {
    return subject().anonymous().top(subject().turns().titles(3), LISTED);
  }

  /** A stranger with a hundred ratings, by {@code PlusAnonymousUserDataModel}. */
  @Benchmark
  public List<Long> itemBasedFoldInHundredRatings() {
    return subject().anonymous().top(subject().turns().titles(LONG_HISTORY), LISTED);
  }

  private Subject subject() {
    return Objects.requireNonNull(subject, "JMH sets up before it measures");
  }

  /** What is measured. */
  private record Subject(
      RatingsSnapshot ratings,
      TasteRanking itemBased,
      TasteRanking svd,
      AnonymousUser anonymous,
      Turns turns) {
    long userId() {
      return ratings.userId(turns.user());
    }
  }
}
