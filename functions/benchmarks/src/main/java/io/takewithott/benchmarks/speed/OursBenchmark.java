package io.takewithott.benchmarks.speed;

import io.takewithott.benchmarks.HybridTraining;
import io.takewithott.benchmarks.TopUnseen;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.Histories;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.Scores;
import io.takewithott.recommender.score.TopTitles.Scored;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One user at a time with our model; users take turns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OursBenchmark {
  static final int LISTED = 100;
  private static final int LONG_HISTORY = 100;

  /** See {@link SpeedWorld#of}. */
  @Param("100000")
  public String world = "";

  private @Nullable Subject subject;

  @Setup
  public void train() throws Exception {
    SpeedWorld ratings = SpeedWorld.of(world);
    HybridModel model =
        new HybridTraining(InstantSource.system()).train(ratings.ratings(), ratings.catalogue());
    subject = new Subject(ratings.ratings(), new TopUnseen(model), new Turns(ratings.ratings()));
  }

  /** The whole catalogue scored for a user with all of their history. */
  @Benchmark
  public Scores scoreOneUser() {
    return subject().top().scores(subject().history());
  }

  /** The same and the best hundred. */
  @Benchmark
  public List<Scored> topHundred() {
    return subject().top().of(subject().history(), LISTED);
  }

  /** A stranger with three favourites, to the best hundred. */
  @Benchmark
  public List<Scored> foldInThreePicks() {
    return subject().top().of(History.of(List.of(), subject().turns().titles(3)), LISTED);
  }

  /** A stranger with a hundred ratings, to the best hundred. */
  @Benchmark
  public List<Scored> foldInHundredRatings() {
    return subject().top().of(subject().turns().rated(LONG_HISTORY), LISTED);
  }

  private Subject subject() {
    return Objects.requireNonNull(subject, "JMH sets up before it measures");
  }

  /** What is measured. */
  private record Subject(RatingsSnapshot ratings, TopUnseen top, Turns turns) {
    History history() {
      return Histories.of(ratings, turns.user());
    }
  }
}
