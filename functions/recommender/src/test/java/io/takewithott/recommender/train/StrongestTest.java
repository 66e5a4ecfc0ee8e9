package io.takewithott.recommender.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrongestTest {
  @Test
  void theStrongestAreKeptWhateverTheirSign() {
    assertThat(Strongest.of(new float[] {0.5f, -3, 0, 2, -0.25f}, 2)).containsExactly(1, 3);
  }

  @Test
  void zeroesAreNeverKept() {
    assertThat(Strongest.of(new float[] {0, 1, 0}, 3)).containsExactly(1);
    assertThat(Strongest.of(new float[3], 2)).isEmpty();
  }

  @Test
  void ofEquallyStrongOnesTheFirstAreKept() {
    assertThat(Strongest.of(new float[] {1, -1, 1, 1}, 2)).containsExactly(0, 1);
  }

  @Test
  void itIsWhatSortingWouldKeep() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      float[] row = new float[1 + random.nextInt(40)];
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextInt(9) - 4;
      }
      int most = 1 + random.nextInt(row.length);
      int[] sorted =
          IntStream.range(0, row.length)
              .filter(i -> row[i] != 0)
              .boxed()
              .sorted((a, b) -> Float.compare(Math.abs(row[b]), Math.abs(row[a])))
              .limit(most)
              .mapToInt(Integer::intValue)
              .sorted()
              .toArray();

      assertThat(Strongest.of(row, most)).isEqualTo(sorted);
    }
  }
}
