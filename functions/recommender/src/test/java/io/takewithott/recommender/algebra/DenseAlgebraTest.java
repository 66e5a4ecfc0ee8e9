package io.takewithott.recommender.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ludovic.netlib.blas.BLAS;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fact holds of every kernel. */
class DenseAlgebraTest {
  static Stream<Named<DenseAlgebra>> kernels() {
    return Stream.of(
        Named.of("the fastest", DenseAlgebra.fastest()),
        Named.of("pure Java", DenseAlgebra.pureJava()));
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void inverseOfTwoRows(DenseAlgebra algebra) {
    SquareMatrix inverse = algebra.inverse(Matrices.of(4, 2, 2, 3));

    // The determinant is 8: ((3, −2), (−2, 4)) / 8.
    assertThat(inverse.values()).containsExactly(0.375f, -0.25f, -0.25f, 0.5f);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void onlyTheLowerHalfIsRead(DenseAlgebra algebra) {
    SquareMatrix inverse = algebra.inverse(Matrices.of(4, Float.NaN, 2, 3));

    assertThat(inverse.values()).containsExactly(0.375f, -0.25f, -0.25f, 0.5f);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void aDiagonalInvertsItsEntries(DenseAlgebra algebra) {
    SquareMatrix inverse = algebra.inverse(Matrices.of(2, 0, 0, 0, 4, 0, 0, 0, 0.5f));

    assertThat(inverse.values()).containsExactly(0.5f, 0, 0, 0, 0.25f, 0, 0, 0, 2);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void aMatrixTimesItsInverseIsOne(DenseAlgebra algebra) {
    for (int size : new int[] {0, 1, 47, 49, 128, 129, 300, 700}) {
      SquareMatrix matrix = ridgedGram(algebra, size);

      SquareMatrix inverse = algebra.inverse(Matrices.copy(matrix));
      SquareMatrix product = algebra.replaceByProduct(matrix, inverse);

      assertThat(distance(product, Matrices.identity(size))).as("size " + size).isLessThan(1e-4);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void theInverseIsSymmetric(DenseAlgebra algebra) {
    SquareMatrix inverse = algebra.inverse(ridgedGram(algebra, 300));

    for (int row = 0; row < 300; row++) {
      for (int column = 0; column < row; column++) {
        assertThat(inverse.get(row, column)).isEqualTo(inverse.get(column, row));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void whatIsNotPositiveDefiniteNamesItsPivot(DenseAlgebra algebra) {
    SquareMatrix matrix = Matrices.of(1, 2, 2, 1);

    // The second pivot is 1 − 2 · 2 / 1.
    assertThatThrownBy(() -> algebra.inverse(matrix))
        .isInstanceOf(NotPositiveDefiniteException.class)
        .hasMessage(
            "The matrix is not positive definite: the pivot of row 1 of 2 is -3.0."
                + " Add more to its diagonal (a heavier ridge)");
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void theRowOfABadPivotIsThatOfTheWholeMatrix(DenseAlgebra algebra) {
    SquareMatrix matrix = Matrices.identity(300);
    matrix.set(217, 217, -4);

    assertThatThrownBy(() -> algebra.inverse(matrix))
        .isInstanceOf(NotPositiveDefiniteException.class)
        .hasMessageContaining("the pivot of row 217 of 300 is -4.0.");
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void productOfTwoRows(DenseAlgebra algebra) {
    SquareMatrix a = Matrices.of(1, 2, 3, 4);
    SquareMatrix b = Matrices.of(5, 6, 7, 8);

    assertThat(algebra.replaceByProduct(a, b).values()).containsExactly(19, 22, 43, 50);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void aProductOfSeveralBlocksIsThatOfItsRowsAndColumns(DenseAlgebra algebra) {
    int size = 600;
    SquareMatrix a = ridgedGram(algebra, size);
    SquareMatrix b = algebra.inverse(Matrices.copy(a));
    b.set(3, 5, 7);

    SquareMatrix product = algebra.replaceByProduct(Matrices.copy(a), b);

    for (int place : new int[] {0, 5, 255, 256, 599}) {
      double sum = 0;
      for (int k = 0; k < size; k++) {
        sum += (double) a.get(place, k) * b.get(k, 5);
      }
      assertThat(product.get(place, 5)).isCloseTo((float) sum, within(1e-3f));
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void aMatrixIsNotReplacedByItsSquare(DenseAlgebra algebra) {
    SquareMatrix matrix = Matrices.identity(2);

    assertThatThrownBy(() -> algebra.replaceByProduct(matrix, matrix))
        .hasMessage("A matrix cannot be replaced by its product with itself");
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void aProductTakesTwoOfOneSize(DenseAlgebra algebra) {
    assertThatThrownBy(() -> algebra.replaceByProduct(Matrices.identity(2), Matrices.identity(3)))
        .hasMessage("A product takes two matrices of one size, not of 2 and 3 rows");
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    for (BLAS kernel : List.of(OpenBlas.orPureJava(), OpenBlas.pureJava())) {
      DenseAlgebra alone = new DenseAlgebra(kernel, 1);
      DenseAlgebra three = new DenseAlgebra(kernel, 3);
      SquareMatrix matrix = ridgedGram(alone, 700);

      SquareMatrix inverse = alone.inverse(Matrices.copy(matrix));

      assertThat(three.inverse(Matrices.copy(matrix)).values()).isEqualTo(inverse.values());
      assertThat(three.replaceByProduct(Matrices.copy(matrix), inverse).values())
          .isEqualTo(alone.replaceByProduct(Matrices.copy(matrix), inverse).values());
      assertThat(ridgedGram(three, 700).values()).isEqualTo(matrix.values());
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void gramOfThreeRows(DenseAlgebra algebra) {
    // (1, 0, 2), (0, 3, 0), (4, 5, 0)
    int[] offsets = {0, 2, 3, 5};
    int[] columns = {0, 2, 1, 0, 1};
    float[] values = {1, 2, 3, 4, 5};

    assertThat(algebra.gram(new SparsePattern(offsets, columns, 3), values).values())
        .containsExactly(17, 20, 2, 20, 34, 0, 2, 0, 4);
  }

  /**
   * XᵀX / size plus one tenth on the diagonal, of a random X whose rows hold a fifth of the
   * columns.
   */
  private static SquareMatrix ridgedGram(DenseAlgebra algebra, int size) {
    Random random = new Random(size);
    int[] offsets = new int[2 * size + 1];
    int[] columns = new int[2 * size * size];
    float[] values = new float[2 * size * size];
    int at = 0;
    for (int row = 0; row < 2 * size; row++) {
      for (int column = 0; column < size; column++) {
        if (random.nextInt(5) == 0) {
          columns[at] = column;
          values[at++] = random.nextFloat() - 0.3f;
        }
      }
      offsets[row + 1] = at;
    }
    SquareMatrix gram = algebra.gram(new SparsePattern(offsets, columns, size), values);
    return Matrices.withDiagonal(gram, 0.1f * size);
  }

  private static double distance(SquareMatrix a, SquareMatrix b) {
    double greatest = 0;
    for (int i = 0; i < a.values().length; i++) {
      greatest = Math.max(greatest, Math.abs(a.values()[i] - b.values()[i]));
    }
    return greatest;
  }
}
