package io.takewithott.recommender.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SquareMatrixTest {
  private final SquareMatrix matrix = Matrices.of(1, 2, 3, 4);

  @Test
  void rowsLieOneAfterTheOther() {
    assertThat(matrix.get(0, 1)).isEqualTo(2);
    assertThat(matrix.get(1, 0)).isEqualTo(3);
    assertThat(matrix.rowStart(1)).isEqualTo(2);
  }

  @Test
  void aSizeThatNoArrayHoldsIsRefused() {
    assertThatThrownBy(() -> new SquareMatrix(46_341))
        .hasMessage("A matrix has 0 to 46340 rows, not 46341");
  }

  @Test
  void aPlaceOutsideIsRefused() {
    assertThatThrownBy(() -> matrix.get(0, 2)).hasMessage("Row 0, column 2 of a matrix of 2 rows");
  }
}
