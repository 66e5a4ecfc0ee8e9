package io.takewithott.recommender.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fact holds of every kernel. */
class OuterProductsTest {
  static Stream<Named<DenseAlgebra>> kernels() {
    return DenseAlgebraTest.kernels();
  }

  /** (1, 2) and (3, −1): squares 1 + 9 and 4 + 1, product 2 − 3. */
  @ParameterizedTest
  @MethodSource("kernels")
  void twoRows(DenseAlgebra algebra) {
    OuterProducts products = algebra.outerProducts(2);
    products.clear();
    add(products, 1, 2);
    add(products, 3, -1);

    assertThat(products.sum()).containsExactly(10, -1, -1, 5);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void moreRowsThanABlockHas(DenseAlgebra algebra) {
    OuterProducts products = algebra.outerProducts(2);
    products.clear();
    for (int row = 0; row < 1000; row++) {
      add(products, 0.5f, row % 2);
    }

    assertThat(products.sum()).containsExactly(new float[] {250, 250, 250, 500}, within(1e-3f));
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void aNewSumForgetsTheLast(DenseAlgebra algebra) {
    OuterProducts products = algebra.outerProducts(2);
    products.clear();
    add(products, 7, 7);
    products.sum();
    products.clear();
    add(products, 1, 0);

    assertThat(products.sum()).containsExactly(1, 0, 0, 0);
  }

  private static void add(OuterProducts products, float... row) {
    System.arraycopy(row, 0, products.block(), products.next(), row.length);
  }
}
