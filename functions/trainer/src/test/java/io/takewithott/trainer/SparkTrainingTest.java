package io.takewithott.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.benchmarks.TopUnseen;
import io.takewithott.recommender.content.TitleFeatures;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.ItemNeighbours;
import io.takewithott.recommender.model.ModelFormat;
import io.takewithott.recommender.progress.Phases;
import io.takewithott.recommender.score.Histories;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.train.Trainer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A model that was trained on Spark beside one of a single machine, on the same ratings. */
class SparkTrainingTest {
  private static final long SEED = 3;
  private static final int TOP = 10;
  private static final RatingsSnapshot RATINGS = Worlds.ofTastes(4, 160, 80);
  private static final long[] TITLES = Worlds.titles(RATINGS);
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T00:00:00Z"));

  private static JavaSparkContext spark;
  private static HybridModel spread;
  private static HybridModel single;

  @BeforeAll
  static void train() {
    spark = LocalSpark.start();
    PartsInMemory parts = PartsInMemory.of(RATINGS, 5);
    try (SpreadRatings ratings =
        new SpreadRatings(spark, parts.pointer(), parts.reader(), TITLES)) {
      spread =
          new SparkTraining(SEED, CLOCK, Duration.ofHours(1), Phases.SILENT)
              .train(ratings, TITLES, TitleFeatures.none(TITLES.length));
    }
    single = new Trainer(SEED, CLOCK, Duration.ofHours(1), Phases.SILENT).train(RATINGS, TITLES);
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void theRecommenderReadsItAsItsOwn() {
    HybridModel read = ModelFormat.read(ModelFormat.write(spread));

    assertThat(ModelFormat.write(read)).isEqualTo(ModelFormat.write(spread));
    assertThat(read.titleCount()).isEqualTo(TITLES.length);
  }

  @Test
  void whatIsSummedUpIsWhatOneMachineSums() {
    assertThat(spread.ranking().crowd().popularity())
        .isEqualTo(single.ranking().crowd().popularity());
    for (int title = 0; title < TITLES.length; title++) {
      assertThat(spread.trends().velocity(title))
          .isCloseTo(single.trends().velocity(title), within(1e-3f));
    }
  }

  @Test
  void theWalkIsTheSameButForRounding() {
    equal(spread.ranking().walk(), single.ranking().walk());
  }

  @Test
  void usersGetMostlyTheSameTitlesAsFromOneMachine() {
    double overlap = 0;
    for (int user = 0; user < RATINGS.userCount(); user++) {
      Set<Integer> both = new HashSet<>(top(spread, user));
      both.retainAll(top(single, user));
      overlap += (double) both.size() / TOP / RATINGS.userCount();
    }

    assertThat(overlap).isGreaterThan(0.8);
  }

  private static List<Integer> top(HybridModel model, int user) {
    return new TopUnseen(model)
        .of(Histories.of(RATINGS, user), TOP).stream().map(scored -> scored.title()).toList();
  }

  private static void equal(ItemNeighbours actual, ItemNeighbours expected) {
    for (int title = 0; title < TITLES.length; title++) {
      assertThat(actual.of(title)).isEqualTo(expected.of(title));
      for (int other : expected.of(title)) {
        assertThat(actual.weight(title, other))
            .isCloseTo(expected.weight(title, other), within(1e-6f));
      }
    }
  }
}
