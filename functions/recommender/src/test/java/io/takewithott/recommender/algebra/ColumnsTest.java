package io.takewithott.recommender.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColumnsTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "7, 3", "5, 4", "100, 17", "0, 4"})
  void theProductIsThatOfEachRow(int rows, int width) {
    Random random = new Random(1);
    float[] matrix = random(random, rows * width);
    float[] vector = random(random, width);

    float[] product = Columns.ofRows(matrix, width).times(vector);

    assertThat(product).hasSize(rows);
    for (int row = 0; row < rows; row++) {
      float sum = 0;
      for (int column = 0; column < width; column++) {
        sum += matrix[row * width + column] * vector[column];
      }
      assertThat(product[row]).isCloseTo(sum, within(1e-5f));
    }
  }

  @ParameterizedTest
  @CsvSource({"2", "4"})
  void aVectorOfAnotherSizeIsRefused(int size) {
    Columns columns = Columns.ofRows(new float[6], 3);

    assertThatThrownBy(() -> columns.times(new float[size]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static float[] random(Random random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextFloat() - 0.5f;
    }
    return numbers;
  }
}
