package io.takewithott.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuantilesTest {
  @Test
  void aQuantileIsOneOfTheNumbers() {
    Quantiles five = new Quantiles(List.of(9.0, 1.0, 5.0, 3.0, 7.0));
    Quantiles four = new Quantiles(List.of(4.0, 3.0, 2.0, 1.0));

    assertThat(five.median()).isEqualTo(5);
    assertThat(five.at(0.99)).isEqualTo(9);
    assertThat(five.at(0)).isEqualTo(1);
    assertThat(four.median()).isEqualTo(2);
    assertThat(new Quantiles(List.of(8.0)).at(0.99)).isEqualTo(8);
  }

  @Test
  void ofAHundredNumbersTheNinetyNinthIsNotTheSlowest() {
    Quantiles hundred =
        new Quantiles(IntStream.rangeClosed(1, 100).mapToObj(n -> (double) n).toList());

    assertThat(hundred.at(0.99)).isEqualTo(99);
    assertThat(hundred.size()).isEqualTo(100);
  }

  @Test
  void nothingHasNoMedian() {
    assertThatThrownBy(() -> new Quantiles(List.of())).hasMessage("Nothing was measured");
  }
}
