package io.takewithott.recommender.stars;

import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains a model of stars: its parts on a part of the ratings, the stack and the doubt on how they
 * predict the rest, and then the parts again on all ratings. The same ratings and seed give the
 * same model, as long as the time suffices.
 */
public final class StarTraining {
  private static final Logger LOG = LoggerFactory.getLogger(StarTraining.class);

  private StarTraining() {}

  public static StarModel train(RatingsSnapshot ratings, long seed, BooleanSupplier timeIsUp) {
    FactorSettings settings = new FactorSettings(16, 0.08, 0.8, 70, 10);
    List<Case> cases = new ArrayList<>();
    for (int round = 0; round < rounds(ratings.size()) && !timeIsUp.getAsBoolean(); round++) {
      HeldOutPart part = HeldOutPart.of(ratings.size(), seed, round);
      Ratings seen = Ratings.of(ratings, part.rest());
      StarModel parts = parts(seen, settings, seed, timeIsUp);
      Incidence unseen = Incidence.ofUsers(ratings, part);
      cases.addAll(HeldOutPart.cases(parts, seen.byUser(), unseen));
    }
    Stack stack = new StackTraining(cases).train();
    Doubt doubt = DoubtTraining.train(cases, stack);
    LOG.info("{}", new Fit(cases, stack, doubt));
    return parts(Ratings.of(ratings, Incidence.Part.ALL), settings, seed, timeIsUp)
        .with(stack, doubt);
  }

  private static int rounds(int ratings) {
    return ratings == 0 ? 0 : ratings < 500_000 ? 2 : 1;
  }

  static StarModel parts(
      Ratings ratings, FactorSettings settings, long seed, BooleanSupplier timeIsUp) {
    Biases biases = new Biases(ratings);
    FactorModel factors = new FactorTraining(ratings, biases, settings, seed).train(timeIsUp);
    int[] raters = new int[ratings.byTitle().rows()];
    Arrays.setAll(raters, ratings.byTitle()::count);
    return new StarModel(
        new Baseline(ratings.mean(), biases.ofTitles(), biases.userRidge(), (float) biases.noiseVariance(), biases.steadinessOfTitles()),
        factors,
        new ResidualNeighbourTraining(ratings, biases).train(),
        Stack.FACTORS,
        new Doubt(new float[Doubt.SIZE]),
        raters,
        CountFeatures.of(ratings.byTitle()));
  }

  /** A user of the training, folded in. */
  static StarViewer viewer(StarModel model, Incidence users, int user) {
    int[] titles = users.others(user);
    float[] weights = new float[titles.length];
    Arrays.fill(weights, 1f);
    return model.foldIn(titles, users.stars(users.begin(user), users.end(user)), weights);
  }
}
