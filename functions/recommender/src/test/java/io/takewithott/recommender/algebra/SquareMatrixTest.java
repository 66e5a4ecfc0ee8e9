package io.takewithott.recommender.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SquareMatrixTest {
  private final SquareMatrix matrix = SquareMatrix.wrap(2, new float[] {1, 2, 3, 4});

  @Test
  void rowsLieOneAfterTheOther() {
    assertThat(matrix.get(0, 1)).isEqualTo(2);
    assertThat(matrix.get(1, 0)).isEqualTo(3);
    assertThat(matrix.rowStart(1)).isEqualTo(2);
  }

  @Test
  void aRowIsAddedToScores() {
    float[] scores = {10, 20};

    matrix.addRow(1, 2, scores);

    assertThat(scores).containsExactly(16, 28);
  }

  @Test
  void aRowIsCopied() {
    float[] row = new float[2];

    matrix.copyRow(1, row);

    assertThat(row).containsExactly(3, 4);
  }

  @Test
  void theDiagonalIsRaised() {
    matrix.addToDiagonal(0.5f);

    assertThat(matrix.values()).containsExactly(1.5f, 2, 3, 4.5f);
  }

  @Test
  void aCopyIsApart() {
    matrix.copy().set(0, 0, 9);

    assertThat(matrix.get(0, 0)).isEqualTo(1);
  }

  @Test
  void aSizeThatNoArrayHoldsIsRefused() {
    assertThatThrownBy(() -> new SquareMatrix(46_341))
        .hasMessage("A matrix has 0 to 46340 rows, not 46341");
  }

  @Test
  void valuesThatAreNoSquareAreRefused() {
    assertThatThrownBy(() -> SquareMatrix.wrap(2, new float[3]))
        .hasMessage("A matrix of 2 rows takes 4 values, not 3");
  }

  @Test
  void aPlaceOutsideIsRefused() {
    assertThatThrownBy(() -> matrix.get(0, 2)).hasMessage("Row 0, column 2 of a matrix of 2 rows");
  }
}
