package io.takewithott.recommender.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.recommender.score.TopTitles.Scored;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TopTitlesTest {
  @Test
  void theHighestComeFirst() {
    assertThat(first(2, 0.1, 0.9, 0.5, 0.7)).containsExactly(1, 3);
  }

  @Test
  void ofEqualScoresTheLowerIndexComesFirst() {
    assertThat(first(2, 0.5, 0.9, 0.5, 0.9, 0.9)).containsExactly(1, 3);
    assertThat(first(4, 0.5, 0.9, 0.5, 0.9, 0.9)).containsExactly(1, 3, 4, 0);
  }

  @Test
  void whereThereAreFewerAllCome() {
    assertThat(first(10, 0.1, 0.2)).containsExactly(1, 0);
    assertThat(first(10)).isEmpty();
  }

  @Test
  void whatIsNotWantedIsPassedOver() {
    double[] scores = {0.9, 0.1, 0.8, 0.2};

    assertThat(TopTitles.first(2, 4, title -> title % 2 == 1, title -> scores[title]))
        .containsExactly(new Scored(3, 0.2), new Scored(1, 0.1));
  }

  @Test
  void theLowestScoreThereIsCountsToo() {
    assertThat(first(1, Double.NEGATIVE_INFINITY)).containsExactly(0);
    assertThat(first(1, Double.NEGATIVE_INFINITY, -1e308)).containsExactly(1);
  }

  @Test
  void noneCannotBeAskedFor() {
    assertThatThrownBy(() -> new TopTitles(0)).hasMessage("At least one title, not 0");
  }

  /** Many of the scores are equal. */
  @Property(tries = 300)
  void theFirstAreThoseOfTheWholeOrder(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 9) Integer> scores,
      @ForAll @IntRange(min = 1, max = 70) int most) {
    List<Integer> order =
        IntStream.range(0, scores.size())
            .boxed()
            .sorted(Comparator.comparing((Integer title) -> -scores.get(title)))
            .limit(most)
            .toList();

    double[] values = scores.stream().mapToDouble(Integer::doubleValue).toArray();
    assertThat(first(most, values)).isEqualTo(order);
  }

  private static List<Integer> first(int most, double... scores) {
    return TopTitles.first(most, scores.length, title -> true, title -> scores[title]).stream()
        .map(Scored::title)
        .toList();
  }
}
