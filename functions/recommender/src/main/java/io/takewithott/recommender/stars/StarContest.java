package io.takewithott.recommender.stars;

import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Factors that were trained elsewhere on more ratings, against those of a model that was trained on
 * a part of the users: whichever predicts better what judges rated, users that neither has seen,
 * stay. The stack and the doubt are fitted anew to what wins.
 */
public final class StarContest {
  /** As if so many ratings said that a user has no peculiar taste. */
  private static final double[] RIDGES = {1, 3, 9, 27};

  private static final Logger LOG = LoggerFactory.getLogger(StarContest.class);

  private final StarModel own;
  private final Incidence seen;
  private final Incidence unseen;

  private StarContest(StarModel own, RatingsSnapshot judges, long seed) {
    HeldOutPart part = HeldOutPart.of(judges.size(), seed, 0);
    this.own = own;
    this.seen = Incidence.ofUsers(judges, part.rest());
    this.unseen = Incidence.ofUsers(judges, part);
  }

  /**
   * @param judges of the same titles
   * @param factors {@code width} of each title, one title after the other, of what {@link
   *     StarModel#usualStars} and a user's bias leave unexplained
   */
  public static StarModel better(
      StarModel own, RatingsSnapshot judges, float[] factors, int width, long seed) {
    return new StarContest(own, judges, seed).winner(factors, width);
  }

  private StarModel winner(float[] factors, int width) {
    double best = rmse(own, cases(own));
    double theirs = Double.MAX_VALUE;
    StarModel winner = own;
    for (double ridge : RIDGES) {
      StarModel other = with(factors, width, ridge);
      List<Case> cases = cases(other);
      double rmse = rmse(other, cases);
      theirs = Math.min(theirs, rmse);
      if (rmse < best) {
        Stack stack = new StackTraining(cases).train();
        winner = other.with(stack, DoubtTraining.train(cases, stack));
        best = rmse;
      }
    }
    LOG.info("factors of all ratings: RMSE {}; the better of both: {}", theirs, best);
    return winner;
  }

  private StarModel with(float[] factors, int width, double ridge) {
    Baseline baseline = own.baseline();
    int row = width + 1;
    int titles = own.titleCount();
    float[] rows = new float[Math.multiplyExact(titles, row)];
    for (int title = 0; title < titles; title++) {
      rows[title * row] = baseline.titleBias()[title];
      System.arraycopy(factors, title * width, rows, title * row + 1, width);
    }
    float noise = 1 / baseline.noiseVariance();
    float[] precision = new float[row];
    Arrays.fill(precision, (float) (ridge * noise));
    precision[0] = baseline.userRidge() * noise;
    FactorModel model =
        new FactorModel(
            row,
            baseline.mean(),
            own.factors().counts(),
            rows,
            rows,
            new float[rows.length + CountFeatures.COUNT * row],
            new float[row],
            precision,
            new float[] {noise});
    return new StarModel(
        baseline,
        model,
        own.neighbours(),
        Stack.FACTORS,
        own.doubt(),
        own.raters(),
        own.titleCounts());
  }

  private List<Case> cases(StarModel model) {
    return HeldOutPart.cases(model, seen, unseen);
  }

  private static double rmse(StarModel model, List<Case> cases) {
    return new Fit(cases, model.stack(), model.doubt()).rmse(Stack.FACTORS);
  }
}
