package io.takewithott.recommender.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.model.ItemNeighbours;
import io.takewithott.recommender.model.ItemWeights;
import io.takewithott.recommender.model.Reading;
import io.takewithott.recommender.snapshot.RatingsMatrix;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import org.junit.jupiter.api.Test;

class ItemWeightTrainingTest {
  private static final int ANY_NUMBER = 100;

  private final DenseAlgebra algebra = DenseAlgebra.pureJava();

  /**
   * All ratings are the best, so the inputs are ones: XᵀX is (2 1; 1 2) for the first two titles,
   * with ridge 1 (3 1; 1 3), whose inverse is (3 −1; −1 3) / 8. EASE gives −P_ij / P_jj = 1/3.
   */
  @Test
  void withoutPowersAndDropoutItIsEase() {
    RatingsSnapshot ratings =
        RatingsMatrix.snapshot(
                """
                  10   11   12
              1    5    5    .
              2    5    .    .
              3    .    5    .
            """)
            .over(new long[] {10, 11, 12});

    ItemNeighbours weights = train(ratings, new ItemWeightSettings(1, 0, 0, 0, 0, 0, 0)).weights();

    assertThat(weights.weight(0, 1)).isEqualTo(1 / 3f, within(1e-6f));
    assertThat(weights.weight(1, 0)).isEqualTo(1 / 3f, within(1e-6f));
    assertThat(weights.of(2)).as("rated by nobody").isEmpty();
  }

  /** Dropping half adds each title's own 2 to the ridge: (5 1; 1 5) gives 1/5. */
  @Test
  void dropoutIsARidgeThatGrowsWithTheRatings() {
    RatingsSnapshot ratings =
        RatingsMatrix.snapshot(
            """
                  10   11
              1    5    5
              2    5    .
              3    .    5
            """);

    ItemNeighbours weights =
        train(ratings, new ItemWeightSettings(1, 0.5, 0, 0, 0, 0, 0)).weights();

    assertThat(weights.weight(0, 1)).isEqualTo(1 / 5f, within(1e-6f));
  }

  /** The same column twice: singular but for the ridge. */
  @Test
  void twinsWithHardlyAnyRidgeAreNoFailure() {
    StringBuilder matrix = new StringBuilder("      10   11\n");
    for (int user = 1; user <= 500; user++) {
      matrix.append("  ").append(user).append("    5    5\n");
    }
    RatingsSnapshot ratings = RatingsMatrix.snapshot(matrix.toString());

    ItemNeighbours weights =
        train(ratings, new ItemWeightSettings(1e-9, 0, 0, 0, 0, 0, 0)).weights();

    assertThat(weights.weight(0, 1)).isEqualTo(1, within(0.01f));
  }

  /** By definition: of all weights that leave a title out of its own prediction, the least loss. */
  @Test
  void noOtherWeightsPredictTheTargetsBetter() {
    RatingsSnapshot ratings =
        RatingsMatrix.snapshot(
            """
                  10   11   12
              1    5    4    1
              2    4    5    .
              3    1    .    5
              4    .    2    4
            """);
    ItemWeightSettings settings = new ItemWeightSettings(0.5, 0, 0, 0, 0, 0.2, 1);
    ItemNeighbours weights = train(ratings, settings).weights();

    double least = loss(ratings, settings, weights.weight(1, 0), weights.weight(2, 0));
    for (double step : new double[] {0.01, -0.01}) {
      assertThat(loss(ratings, settings, weights.weight(1, 0) + step, weights.weight(2, 0)))
          .isGreaterThan(least);
      assertThat(loss(ratings, settings, weights.weight(1, 0), weights.weight(2, 0) + step))
          .isGreaterThan(least);
    }
  }

  /** Squared error of the first title's targets from the other two, and the ridge. */
  private static double loss(
      RatingsSnapshot ratings, ItemWeightSettings settings, double second, double third) {
    double loss = settings.ridge() * (second * second + third * third);
    for (int user = 0; user < ratings.userCount(); user++) {
      double[] x = new double[3];
      double target = 0;
      for (int k = ratings.begin(user); k < ratings.end(user); k++) {
        double share = ratings.halfStars(k) / 10.0;
        x[ratings.title(k)] = (1 + settings.inputShift()) * share - settings.inputShift();
        target =
            ratings.title(k) == 0
                ? (1 + settings.targetShift()) * share - settings.targetShift()
                : target;
      }
      double error = target - second * x[1] - third * x[2];
      loss += error * error;
    }
    return loss;
  }

  @Test
  void onlyTheMostRatedTakePart() {
    RatingsSnapshot ratings =
        RatingsMatrix.snapshot(
            """
                  10   11   12
              1    5    5    5
              2    5    5    .
              3    5    .    5
              4    5    5    .
            """);
    DenseRatings two = new DenseRatings(ratings, 2);

    ItemNeighbours weights =
        new ItemWeightTraining(algebra, two).learned(ItemWeightSettings.DEFAULT).weights();

    assertThat(two.size()).isEqualTo(2);
    assertThat(weights.of(0)).containsExactly(1);
    assertThat(weights.of(2)).isEmpty();
    assertThat(weights.titleCount()).isEqualTo(3);
  }

  @Test
  void nothingComesOfNothing() {
    ItemWeights weights = train(RatingsSnapshot.EMPTY, ItemWeightSettings.DEFAULT);

    assertThat(weights.weights().titleCount()).isZero();
    assertThat(weights.signal(new int[0], new float[0])).isEmpty();
  }

  /** Mean 6 with three ratings added: (10 + 4 + 18) / 5 = 6.4. */
  @Test
  void deviationsAreFromTheUsersOwnMean() {
    assertThat(Reading.deviation(6, 3).inputs(new float[] {10, 4}))
        .containsExactly(new float[] {0.72f, -0.48f}, within(1e-6f));
    assertThat(Reading.level(0.2f).inputs(new float[] {10, 5, 1}))
        .containsExactly(new float[] {1, 0.4f, -0.08f}, within(1e-6f));
  }

  private ItemWeights train(RatingsSnapshot ratings, ItemWeightSettings settings) {
    return new ItemWeightTraining(algebra, new DenseRatings(ratings, ANY_NUMBER)).learned(settings);
  }
}
