package io.takewithott.recommender.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingWeightsTest {
  private static final int SIGNALS = Signal.values().length;
  private static final int POPULARITY = Signal.POPULARITY.ordinal();
  private static final int OBSCURITY = Signal.OBSCURITY.ordinal();
  private static final int WALK = Signal.WALK.ordinal();

  /** Base 1, slope 0.25, picks 3; the middle length is e² titles, a deviation a factor of e. */
  private final RankingWeights weights = new RankingWeights(all(1), all(0.25f), all(3), 2, 1);

  /** The logarithms are 0, 1.0986, 1.9459, 2.9957, 9.2103; beyond two deviations nothing moves. */
  @ParameterizedTest
  @CsvSource({"1, 0.5", "3, 0.77465", "7, 0.98648", "20, 1.24893", "10000, 1.5"})
  void weightsMoveWithTheLogarithmOfTheLength(int length, float weight) {
    assertThat(weights.of(length, false)).hasSize(SIGNALS);
    assertThat(weights.of(length, false)[WALK]).isEqualTo(weight, within(1e-4f));
  }

  @Test
  void nothingButPicksHasWeightsOfItsOwn() {
    assertThat(weights.of(3, true)).containsExactly(all(3));
  }

  @Test
  void anEmptyHistoryIsAsShortAsTheShortest() {
    assertThat(weights.of(0, false)).containsExactly(weights.of(1, false));
  }

  @Test
  void fameIsCutForRatingsAndNotForPicks() {
    RankingWeights cut = weights.withFame(0.5);

    assertThat(cut.of(20, false)[POPULARITY]).isEqualTo(1.24893f / 2, within(1e-4f));
    assertThat(cut.of(20, false)[OBSCURITY]).isEqualTo(1.24893f / 2, within(1e-4f));
    assertThat(cut.of(20, false)[WALK]).isEqualTo(1.24893f, within(1e-4f));
    assertThat(cut.of(3, true)).containsExactly(all(3));
    assertThat(weights.withFame(1)).isEqualTo(weights);
    assertThat(cut).isNotEqualTo(weights);
  }

  @Test
  void whatIsHandedOutIsACopy() {
    float[] given = all(1);
    RankingWeights copied = new RankingWeights(given, all(0), all(3), 2, 1);
    given[WALK] = 9;
    copied.base()[WALK] = 9;
    copied.of(5, true)[WALK] = 9;

    assertThat(copied).isEqualTo(new RankingWeights(all(1), all(0), all(3), 2, 1));
  }

  @Test
  void weightsThatAreNoneAreRefused() {
    assertThatThrownBy(() -> new RankingWeights(new float[1], all(0), all(0), 2, 1))
        .hasMessage(
            "Weights of 1, %d and %d signals where there are %d"
                .formatted(SIGNALS, SIGNALS, SIGNALS));
    assertThatThrownBy(() -> new RankingWeights(all(1), all(Float.NaN), all(0), 2, 1))
        .hasMessage("a weight of a signal is no number");
    assertThatThrownBy(() -> new RankingWeights(all(1), all(0), all(0), 2, 0))
        .hasMessage("lengths of 2.0 and a deviation of 0.0 say nothing");
    assertThatThrownBy(() -> new RankingWeights(all(1), all(0), all(0), Float.NaN, 1))
        .hasMessage("lengths of NaN and a deviation of 1.0 say nothing");
  }

  private static float[] all(float value) {
    float[] all = new float[SIGNALS];
    Arrays.fill(all, value);
    return all;
  }
}
