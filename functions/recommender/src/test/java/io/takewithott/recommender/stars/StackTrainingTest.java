package io.takewithott.recommender.stars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.stars.Clues.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StackTrainingTest {
  private static final double NOISE = 0.3;

  private final Random random = new Random(5);

  /** What the truth is, given what factors and neighbours say. */
  private interface Truth {
    double residual(double factors, double neighbours);
  }

  private List<Case> cases(int count, Truth truth) {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double factors = 0.5 * random.nextGaussian();
      double neighbours = 0.5 * random.nextGaussian();
      Traits user = new Traits(0.3 * random.nextGaussian(), random.nextGaussian(), 0);
      Traits title = new Traits(0.3 * random.nextGaussian(), random.nextGaussian(), 0);
      Clues clues = new Clues(factors, neighbours, user, title, false);
      double residual = truth.residual(factors, neighbours) + NOISE * random.nextGaussian();
      cases.add(new Case(clues, 2.5, 2.5 + residual));
    }
    return cases;
  }

  @Test
  void weightsAreThoseOfTheTruth() {
    Stack stack = new StackTraining(cases(2000, (f, k) -> 0.7 * f + 0.2 * k)).train();

    float[] found = stack.coefficients();
    assertThat(found[Stack.FACTORS_FROM]).isEqualTo(0.7f, within(0.03f));
    assertThat(found[Stack.NEIGHBOURS_FROM]).isEqualTo(0.2f, within(0.03f));
  }

  @Test
  void whereFactorsAndNeighboursSayNothingTheBaselineStays() {
    List<Case> seen = cases(2000, (f, k) -> 0);
    Stack stack = new StackTraining(seen).train();

    double stacked = new Fit(cases(2000, (f, k) -> 0), stack, usual()).rmse(stack);
    assertThat(stacked).isLessThan(NOISE * 1.03);
    assertThat(new Fit(seen, stack, usual()).rmse(Stack.FACTORS)).isGreaterThan(NOISE * 1.5);
  }

  @Test
  void tooFewRatingsDecideNothing() {
    assertThat(new StackTraining(cases(29, (f, k) -> f)).train()).isEqualTo(Stack.BASELINE);
  }

  @Test
  void thePartsAreTheSumOfTheirTerms() {
    float[] coefficients = new float[Stack.SIZE];
    coefficients[0] = 0.25f;
    coefficients[Stack.FACTORS_FROM] = 0.5f;
    coefficients[Stack.SIZE - 1] = 2f;
    Clues clues = new Clues(3, 5, new Traits(1, 1, 1), new Traits(1, 1, 1), false);

    Stack.Parts parts = new Stack(coefficients).parts(clues);

    assertThat(parts.level()).isEqualTo(0.25);
    assertThat(parts.factors()).isEqualTo(1.5);
    assertThat(parts.neighbours()).isEqualTo(30);
  }

  /** Off by 1 or -1 for users of count feature 1, by half that for those of -1. */
  @Test
  void theDoubtIsAsLargeAsTheErrorsWere() {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      int count = i % 2 == 0 ? 1 : -1;
      double off = (count == 1 ? 1 : 0.5) * random.nextGaussian();
      Traits user = new Traits(0, count, 0);
      cases.add(new Case(new Clues(0, 0, user, new Traits(0, 0, 0), false), 2.75, 2.75 + off));
    }

    Doubt doubt = DoubtTraining.train(cases, Stack.BASELINE);

    assertThat(Math.sqrt(doubt.variance(cases.get(0).clues()))).isEqualTo(1, within(0.06));
    assertThat(Math.sqrt(doubt.variance(cases.get(1).clues()))).isEqualTo(0.5, within(0.03));
  }

  private static Doubt usual() {
    return new Doubt(new float[Doubt.SIZE]);
  }
}
