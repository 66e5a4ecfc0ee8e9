package io.takewithott.recommender.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenseLimitTest {
  /** Two matrices of 8,192² numbers of four bytes are half of a gibibyte. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "1048576, 256", "1073741824, 8192", "4294967296, 12000"})
  void twoMatricesTakeHalfOfTheHeapAndNoMoreThanIsWorthwhile(long heapBytes, int titles) {
    assertThat(DenseLimit.titles(heapBytes)).isEqualTo(titles);
  }

  @ParameterizedTest
  @CsvSource({"17179869184", "1099511627776", "9223372036854775807"})
  void aHeapWithoutBoundsChangesNothing(long heapBytes) {
    assertThat(DenseLimit.titles(heapBytes)).isEqualTo(DenseLimit.MOST_TITLES);
  }
}
