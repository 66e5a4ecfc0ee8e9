package io.takewithott.recommender.stars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FewObservationsTest {
  private static final double[] PRECISION = {2, 4, 4, 8};
  private static final float[] MEAN = {0.5f, -0.25f, 0, 1};

  /** As the other side of a factorisation gives them: a bias, and factors. */
  private static final float[][] RATED = {{0.2f, 1, -1, 0.5f}, {-0.3f, 0.5f, 2, -1}};

  private static final double[] STARS = {1.5, -0.5};
  private static final double[] WEIGHTS = {1, 0.4};

  private final FewObservations few = new FewObservations(PRECISION);

  private void observe() {
    few.clear();
    for (int k = 0; k < RATED.length; k++) {
      float[] observation = RATED[k].clone();
      observation[0] = 1;
      few.add(observation, 0, STARS[k] - RATED[k][0], Math.sqrt(WEIGHTS[k]));
    }
    few.factorise();
  }

  @Test
  void theMeanIsThatOfTheNormalEquations() {
    SymmetricSystem system = new SymmetricSystem(PRECISION.length);
    system.begin(PRECISION, MEAN, 0);
    for (int k = 0; k < RATED.length; k++) {
      system.add(RATED[k], 0, STARS[k], WEIGHTS[k]);
    }
    system.factorise();

    observe();

    assertThat(few.mean(MEAN, 0)).containsExactly(system.mean(), within(1e-9));
  }

  /** Their mean, and in each direction their variance: 1 / precision where nothing is observed. */
  @Test
  void drawsScatterAroundTheMeanAsTheNormalEquationsSay() {
    int draws = 20_000;
    observe();
    double[] mean = few.mean(MEAN, 0).clone();
    double[] sum = new double[PRECISION.length];
    double[] squares = new double[PRECISION.length];
    double[] others = new double[PRECISION.length];
    double[] otherSquares = new double[PRECISION.length];
    for (int i = 0; i < draws; i++) {
      add(few.draw(MEAN, 0, new RandomStream(1, 0, i)), mean, sum, squares);
      SymmetricSystem system = new SymmetricSystem(PRECISION.length);
      system.begin(PRECISION, MEAN, 0);
      for (int k = 0; k < RATED.length; k++) {
        system.add(RATED[k], 0, STARS[k], WEIGHTS[k]);
      }
      system.factorise();
      add(system.draw(new RandomStream(2, 0, i)), mean, others, otherSquares);
    }

    for (int f = 0; f < mean.length; f++) {
      assertThat(sum[f] / draws).as("mean of %d", f).isEqualTo(0, within(0.02));
      assertThat(squares[f] / draws)
          .as("variance of %d", f)
          .isEqualTo(otherSquares[f] / draws, within(0.02));
    }
  }

  private static void add(double[] drawn, double[] mean, double[] sum, double[] squares) {
    for (int f = 0; f < drawn.length; f++) {
      double off = drawn[f] - mean[f];
      sum[f] += off;
      squares[f] += off * off;
    }
  }
}
