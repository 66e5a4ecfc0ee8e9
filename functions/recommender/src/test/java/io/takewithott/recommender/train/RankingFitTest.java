package io.takewithott.recommender.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.model.RankingWeights;
import io.takewithott.recommender.model.Signal;
import io.takewithott.recommender.train.ListwiseFit.Choices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** On users who are made up: they choose by weights that are known. */
class RankingFitTest {
  private static final int SIGNALS = Signal.values().length;
  private static final int TITLES = 25;
  private static final int SHORT = 5;
  private static final int LONG = 125;

  private final double[] truth = truth();

  private final Random random = new Random(5);

  @Test
  void theWeightsThatMadeTheChoicesAreFoundAgain() {
    RankingWeights fitted = RankingFit.fit(lessons(2500), lessons(2500, 3, truth));

    float[] middle = fitted.base();
    for (int s = 0; s < SIGNALS; s++) {
      assertThat((double) middle[s]).as("signal %s", s).isEqualTo(truth[s], within(0.15));
      assertThat((double) fitted.picks()[s]).as("picks %s", s).isEqualTo(truth[s], within(0.15));
    }
  }

  /** Half of the histories have 5 titles, half 125: one deviation either way from 25. */
  @Test
  void weightsThatMoveWithTheLengthAreFoundAgain() {
    double[] slope = new double[SIGNALS];
    slope[0] = 0.5;
    List<Lesson> raters = lessons(2000, SHORT, minus(truth, slope));
    raters.addAll(lessons(2000, LONG, plus(truth, slope)));

    RankingWeights fitted = RankingFit.fit(raters, List.of());

    assertThat(fitted.middle()).isEqualTo((float) Math.log(25), within(1e-4f));
    assertThat(fitted.spread()).isEqualTo((float) Math.log(5), within(1e-4f));
    assertThat(fitted.slope()[0]).isEqualTo(0.5f, within(0.12f));
    assertThat(fitted.slope()[1]).isEqualTo(0, within(0.12f));
    assertThat(fitted.of(LONG, false)[0] - fitted.of(SHORT, false)[0]).isEqualTo(1f, within(0.25f));
  }

  @Test
  void withoutUsersTheWeightsAreTheUsualOnes() {
    assertThat(RankingFit.fit(List.of(), List.of())).isEqualTo(RankingFit.DEFAULT);
  }

  @Test
  void fewUsersMoveTheWeightsLittleAndManyMuch() {
    double[] strange = new double[SIGNALS];
    strange[2] = -2;
    double few = moved(RankingFit.fit(lessons(8, 25, strange), List.of()));
    double some = moved(RankingFit.fit(lessons(200, 25, strange), List.of()));
    double many = moved(RankingFit.fit(lessons(4000, 25, strange), List.of()));

    assertThat(few).isPositive().isLessThan(0.4);
    assertThat(some).isBetween(few, many);
    assertThat(many).isGreaterThan(1.5);
  }

  @Test
  void whoLikedNothingOfTheirListTeachesNothing() {
    List<Lesson> some = lessons(50);
    List<Lesson> more = new ArrayList<>(some);
    more.add(new Lesson(new double[TITLES][SIGNALS], new boolean[TITLES], 0, 25));

    assertThat(RankingFit.fit(more, List.of()).base())
        .containsExactly(RankingFit.fit(some, List.of()).base(), within(1e-5f));
  }

  /** The loss is convex: from the prior straight to the solution it falls, and beyond it rises. */
  @Test
  void theLossFallsAllTheWayAndRisesBeyond() {
    double[] prior = new double[SIGNALS];
    Arrays.fill(prior, 0.3);
    List<Choices> lists =
        lessons(300).stream().map(each -> new Choices(each.signals(), each.liked())).toList();
    double[] fitted = new ListwiseFit(lists, prior, 20).fit();

    double before = Double.POSITIVE_INFINITY;
    for (double part = 0; part <= 1; part += 0.1) {
      double loss = loss(lists, between(prior, fitted, part), prior, 20);
      assertThat(loss).as("at %s", part).isLessThan(before);
      before = loss;
    }
    assertThat(loss(lists, between(prior, fitted, 1.1), prior, 20)).isGreaterThan(before);
    for (int s = 0; s < SIGNALS; s++) {
      double[] beside = fitted.clone();
      beside[s] += 0.05;
      assertThat(loss(lists, beside, prior, 20)).isGreaterThan(before);
      beside[s] -= 0.1;
      assertThat(loss(lists, beside, prior, 20)).isGreaterThan(before);
    }
  }

  @Test
  void theSameUsersGiveTheSameWeights() {
    List<Lesson> raters = lessons(200);

    assertThat(RankingFit.fit(raters, raters)).isEqualTo(RankingFit.fit(raters, raters));
  }

  private static double[] truth() {
    double[] truth = new double[SIGNALS];
    for (int s = 0; s < SIGNALS; s++) {
      truth[s] = new double[] {1, 0.5, 0, -0.5}[s % 4];
    }
    return truth;
  }

  private List<Lesson> lessons(int users) {
    return lessons(users, 25, truth);
  }

  /** Users who choose one of their titles by the softmax of the weights (Gumbel's trick). */
  private List<Lesson> lessons(int users, int length, double[] weights) {
    List<Lesson> lessons = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      double[][] signals = new double[TITLES][SIGNALS];
      double[] utility = new double[TITLES];
      for (int title = 0; title < TITLES; title++) {
        utility[title] = -Math.log(-Math.log(random.nextDouble()));
        for (int s = 0; s < SIGNALS; s++) {
          signals[title][s] = random.nextGaussian();
          utility[title] += weights[s] * signals[title][s];
        }
      }
      boolean[] liked = new boolean[TITLES];
      liked[mostUseful(utility)] = true;
      lessons.add(new Lesson(signals, liked, 1, length));
    }
    return lessons;
  }

  private static int mostUseful(double[] utility) {
    int best = 0;
    for (int title = 1; title < utility.length; title++) {
      best = utility[title] > utility[best] ? title : best;
    }
    return best;
  }

  private static double moved(RankingWeights weights) {
    double squares = 0;
    for (int s = 0; s < SIGNALS; s++) {
      squares += Math.pow(weights.base()[s] - RankingFit.DEFAULT.base()[s], 2);
    }
    return Math.sqrt(squares);
  }

  private static double loss(List<Choices> lists, double[] weights, double[] prior, double pull) {
    double loss = 0;
    for (Choices list : lists) {
      double all = 0;
      double chosen = 0;
      for (int title = 0; title < TITLES; title++) {
        double utility = 0;
        for (int s = 0; s < SIGNALS; s++) {
          utility += weights[s] * list.features()[title][s];
        }
        all += Math.exp(utility);
        chosen += list.liked()[title] ? utility : 0;
      }
      loss += Math.log(all) - chosen;
    }
    for (int s = 0; s < SIGNALS; s++) {
      loss += pull * Math.pow(weights[s] - prior[s], 2) / 2;
    }
    return loss;
  }

  private static double[] plus(double[] a, double[] b) {
    double[] sum = a.clone();
    Arrays.setAll(sum, s -> a[s] + b[s]);
    return sum;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = a.clone();
    Arrays.setAll(difference, s -> a[s] - b[s]);
    return difference;
  }

  private static double[] between(double[] from, double[] to, double part) {
    double[] between = from.clone();
    Arrays.setAll(between, s -> from[s] + part * (to[s] - from[s]));
    return between;
  }
}
