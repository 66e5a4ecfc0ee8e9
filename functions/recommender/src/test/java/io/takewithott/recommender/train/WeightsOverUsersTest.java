package io.takewithott.recommender.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.algebra.SparsePattern;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WeightsOverUsersTest {
  private static final int USERS = 7;
  private static final int TITLES = 15;

  private final DenseAlgebra algebra = DenseAlgebra.pureJava();

  /** Three users of eight titles pay, five do not. */
  @Test
  void itPaysWhereUsersAreFew() {
    assertThat(WeightsOverUsers.pays(new SparsePattern(new int[4], new int[0], 8))).isTrue();
    assertThat(WeightsOverUsers.pays(new SparsePattern(new int[6], new int[0], 8))).isFalse();
  }

  @Test
  void theWeightsAreThoseOfTheInverseOverTitles() {
    SparsePattern pattern = pattern();
    float[] inputs = values(pattern.size(), 1);
    float[] targets = values(pattern.size(), 2);
    RidgeRule ridges = (own, bound) -> 0.5 + 0.1 * own;

    DenseRatings.Rows overUsers = WeightsOverUsers.train(algebra, pattern, inputs, targets, ridges);
    DenseRatings.Rows overTitles =
        WeightsOverTitles.train(
            algebra,
            algebra.gram(pattern, inputs),
            () -> algebra.cross(pattern, inputs, targets),
            ridges);

    for (int title = 0; title < TITLES; title++) {
      float[] one = new float[TITLES];
      float[] other = new float[TITLES];
      overUsers.copy(title, one);
      overTitles.copy(title, other);
      // A title's own place says nothing in either.
      one[title] = other[title];
      assertThat(one).containsExactly(other, within(1e-5f));
    }
  }

  /** Two titles in three. */
  private static SparsePattern pattern() {
    int[] offsets = new int[USERS + 1];
    int[] columns = new int[USERS * TITLES];
    int size = 0;
    for (int user = 0; user < USERS; user++) {
      for (int title = 0; title < TITLES; title++) {
        if ((user + 2 * title) % 3 != 0) {
          columns[size++] = title;
        }
      }
      offsets[user + 1] = size;
    }
    return new SparsePattern(offsets, columns, TITLES);
  }

  private static float[] values(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }
}
