package io.takewithott.recommender.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.train.ListwiseFit.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ListwiseFitTest {
  private static final double WEAK = 1e-6;

  /**
   * Two titles that differ by 1; the better one is chosen in three of four lists. The chance e^w /
   * (1 + e^w) is 3/4 where w is the logarithm of 3.
   */
  @Test
  void theWeightIsWhatTheChoicesSay() {
    double[][] features = {{1}, {0}};
    Choices better = new Choices(features, new boolean[] {true, false});
    Choices worse = new Choices(features, new boolean[] {false, true});

    double[] weights =
        new ListwiseFit(List.of(better, better, better, worse), new double[] {0}, WEAK).fit();

    assertThat(weights[0]).isEqualTo(Math.log(3), within(1e-4));
  }

  @Test
  void withoutListsThePriorStands() {
    assertThat(new ListwiseFit(List.of(), new double[] {0.5, 0.25}, 5).fit())
        .containsExactly(0.5, 0.25);
  }

  @Test
  void weightsThatMadeTheChoicesAreFoundAgain() {
    Random random = new Random(11);
    double[] truth = {1.5, 0.5, 0};
    List<Choices> lists = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      double[][] features = new double[10][3];
      boolean[] liked = new boolean[10];
      int chosen = 0;
      double most = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < 10; k++) {
        double utility = -Math.log(-Math.log(random.nextDouble()));
        for (int f = 0; f < 3; f++) {
          features[k][f] = random.nextGaussian();
          utility += truth[f] * features[k][f];
        }
        chosen = utility > most ? k : chosen;
        most = Math.max(most, utility);
      }
      liked[chosen] = true;
      lists.add(new Choices(features, liked));
    }

    double[] weights = new ListwiseFit(lists, new double[3], 1).fit();

    assertThat(weights[0]).isEqualTo(1.5, within(0.1));
    assertThat(weights[1]).isEqualTo(0.5, within(0.1));
    assertThat(weights[2]).isEqualTo(0, within(0.1));
  }
}
