package io.takewithott.catalog.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.catalog.value.Valuation.Candidate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What offers are worth, by numbers alone. */
class ValueTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4.5             | 3.5 | 1.0",
        "3.5             | 3.5 | 0",
        "1.0             | 3.5 | 0",
        "4.5 4.5         | 3.5 | 1.95",
        "4.0 5.0 1.0     | 3.5 | 1.975",
        "4.5 4.5 4.5     | 3.5 | 2.8525"
      })
  void everyNextTitleCountsALittleLess(String stars, double mean, double enjoyment) {
    double[] predicted = Arrays.stream(stars.split(" ")).mapToDouble(Double::parseDouble).toArray();

    assertThat(Enjoyment.of(predicted, mean)).isCloseTo(enjoyment, within(1e-9));
  }

  @Test
  void twentyGreatTitlesAreWorthMoreThanTenThousandFairOnes() {
    double[] great = new double[20];
    Arrays.fill(great, 5.0);
    double[] fair = new double[10_000];
    Arrays.fill(fair, 3.6);

    assertThat(Enjoyment.of(great, 3.5)).isCloseTo(19.2, within(0.1));
    assertThat(Enjoyment.of(fair, 3.5)).isCloseTo(2.0, within(0.01));
  }

  @Test
  void moreIsNeverWorthLess() {
    List<Double> stars = new ArrayList<>(List.of(4.0, 3.7, 4.9, 2.0, 3.9));
    double before = 0;
    for (int many = 1; many <= stars.size(); many++) {
      double value = Enjoyment.of(stars.subList(0, many).stream().mapToDouble(s -> s).toArray(), 3.5);
      assertThat(value).isGreaterThanOrEqualTo(before);
      before = value;
    }
    Collections.reverse(stars);
    assertThat(Enjoyment.of(stars.stream().mapToDouble(s -> s).toArray(), 3.5))
        .as("the order they come in does not matter")
        .isEqualTo(before);
  }

  @Test
  void oneRatingMakesNoMean() {
    assertThat(Enjoyment.mean(0, 0)).isEqualTo(3.25);
    assertThat(Enjoyment.mean(1, 5)).isCloseTo(3.54, within(0.01));
    assertThat(Enjoyment.mean(1000, 4000)).isCloseTo(4.0, within(0.01));
  }

  @Test
  void aSeatIsAnOfferLikeAnyOther() {
    List<Candidate> there = List.of(new Candidate(1, 4.5), new Candidate(2, 3.0), new Candidate(3, 5.0));
    Valuation plan = Valuation.of(new PricedOffer("netflix-standard", "netflix", "스탠다드", 13_500, false), there, 3.5);
    Valuation seat = Valuation.of(new PricedOffer("seat-17", "netflix", "파티 자리", 5_000, false), there, 3.5);
    Valuation free = Valuation.of(new PricedOffer("gift", "netflix", "선물", 0, false), there, 3.5);
    Valuation empty = Valuation.of(new PricedOffer("empty", "x", "x", 0, false), List.of(), 3.5);

    assertThat(Stream.of(empty, plan, seat, free).sorted(Valuation.BY_VALUE)).containsExactly(free, seat, plan, empty);
    assertThat(seat.enjoyment()).isEqualTo(plan.enjoyment());
    assertThat(seat.perThousandWon().orElseThrow()).isCloseTo(2.45 / 5, within(1e-9));
    assertThat(free.perThousandWon()).isEqualTo(Optional.empty());
    assertThat(seat.best()).extracting(Candidate::titleId).containsExactly(3L, 1L);
    assertThat(seat.enjoyable()).isEqualTo(2);
  }
}
