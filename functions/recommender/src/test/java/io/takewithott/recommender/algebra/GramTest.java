package io.takewithott.recommender.algebra;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GramTest {
  private final DenseAlgebra algebra = DenseAlgebra.pureJava();

  @Test
  void columnsThatDoNotAscendAreRefused() {
    assertThatThrownBy(() -> gram(new int[] {0, 1, 3}, 0, 2, 1))
        .hasMessage("Row 1 has column 1 after column 2; they ascend from 0 to 2");
  }

  @Test
  void columnsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> gram(new int[] {0, 1}, 3))
        .hasMessage("Row 0 has column 3 after column -1; they ascend from 0 to 2");
  }

  @Test
  void offsetsPastTheEntriesAreRefused() {
    assertThatThrownBy(() -> gram(new int[] {0, 2}, 0))
        .hasMessage("The offsets end at 2, past 1 columns");
  }

  @Test
  void offsetsThatFallAreRefused() {
    assertThatThrownBy(() -> gram(new int[] {0, 2, 1}, 0, 1))
        .hasMessage("The offsets fall after row 1");
  }

  private SquareMatrix gram(int[] offsets, int... columns) {
    return algebra.gram(new SparsePattern(offsets, columns, 3), new float[columns.length]);
  }
}
