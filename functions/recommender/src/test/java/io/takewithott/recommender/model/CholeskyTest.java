package io.takewithott.recommender.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CholeskyTest {
  @Test
  void twoEquationsAreSolvedFromTheLowerHalf() {
    double[][] a = {{4, Double.NaN}, {2, 3}};

    // 4 · 1 + 2 · 2 = 8 and 2 · 1 + 3 · 2 = 8.
    assertThat(Cholesky.solve(a, new double[] {8, 8}))
        .containsExactly(new double[] {1, 2}, within(1e-12));
  }

  @Test
  void aSolutionSatisfiesItsEquations() {
    for (int n : new int[] {1, 3, 4, 5, 16, 33, 64}) {
      double[][] a = positiveDefinite(n);
      double[] right = new double[n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          right[i] += a[Math.max(i, j)][Math.min(i, j)] * (j + 1);
        }
      }

      double[] solution = Cholesky.solve(a, right);

      for (int j = 0; j < n; j++) {
        assertThat(solution[j]).isCloseTo(j + 1, within(1e-9));
      }
    }
  }

  @Test
  void whatIsNotPositiveDefiniteIsRefused() {
    assertThatThrownBy(() -> Cholesky.solve(new double[][] {{1, 2}, {2, 1}}, new double[2]))
        .hasMessage("The matrix is not positive definite");
  }

  private static double[][] positiveDefinite(int n) {
    Random random = new Random(n);
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        a[i][j] = random.nextDouble() - 0.5;
      }
      a[i][i] = n;
    }
    return a;
  }
}
