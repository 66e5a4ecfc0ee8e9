package io.takewithott.recommender.stars;

import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.progress.Phases;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains a model of stars: its parts on nine tenths of the ratings, once or several times over; the
 * width of the factors, the stack and the doubt by how they predict the rest; and then the parts
 * again on all ratings. The same ratings and seed give the same model, as long as the time
 * suffices. When it runs out, the last whole model stays.
 */
public final class StarTraining {
  /** Of small data one tenth is too little to decide on. */
  private static final int SMALL = 500_000;

  private static final int ROUNDS_OF_SMALL = 2;

  private static final Logger LOG = LoggerFactory.getLogger(StarTraining.class);

  private final RatingsSnapshot ratings;
  private final long seed;
  private final BooleanSupplier timeIsUp;
  private final Phases phases;
  private final DenseAlgebra algebra = DenseAlgebra.fastest();
  private final List<Case> cases = new ArrayList<>();

  private StarTraining(
      RatingsSnapshot ratings, long seed, BooleanSupplier timeIsUp, Phases phases) {
    this.ratings = ratings;
    this.seed = seed;
    this.timeIsUp = timeIsUp;
    this.phases = phases;
  }

  public static StarModel train(RatingsSnapshot ratings, long seed, BooleanSupplier timeIsUp) {
    return train(ratings, seed, timeIsUp, Phases.SILENT);
  }

  public static StarModel train(
      RatingsSnapshot ratings, long seed, BooleanSupplier timeIsUp, Phases phases) {
    return new StarTraining(ratings, seed, timeIsUp, phases).train();
  }

  /**
   * A model of the first settings and nine tenths of the ratings: not as good, but good enough to
   * learn how much predicted stars should count elsewhere.
   */
  public static StarModel sketch(RatingsSnapshot ratings, long seed, BooleanSupplier timeIsUp) {
    return new StarTraining(ratings, seed, timeIsUp, Phases.SILENT).sketch();
  }

  private StarModel sketch() {
    if (ratings.size() == 0) {
      return StarModel.unknowing(ratings.titleCount());
    }
    Attempt only =
        choose(FactorSettings.candidates(ratings.size(), ratings.titleCount()).subList(0, 1));
    cases.addAll(only.cases());
    return stacked(only.model());
  }

  private StarModel train() {
    if (ratings.size() == 0) {
      return StarModel.unknowing(ratings.titleCount());
    }
    List<FactorSettings> candidates =
        FactorSettings.candidates(ratings.size(), ratings.titleCount());
    Attempt first = phases.run("choose: stars", () -> choose(candidates));
    cases.addAll(first.cases());
    int rounds = ratings.size() < SMALL ? ROUNDS_OF_SMALL : 1;
    for (int round = 1; round < rounds && !timeIsUp.getAsBoolean(); round++) {
      HeldOutPart part = heldOut(round);
      cases.addAll(
          phases
              .run("choose: stars again", () -> attempt(part, parts(part.rest()), first.settings()))
              .cases());
    }
    StarModel partial = stacked(first.model());
    LOG.info("{}: {}", first.settings(), new Fit(cases, partial.stack(), partial.doubt()));
    if (timeIsUp.getAsBoolean()) {
      LOG.warn("no time is left to train stars on all ratings");
      return partial;
    }
    StarModel whole =
        phases.run("stars", () -> parts(Incidence.Part.ALL).train(first.settings(), timeIsUp));
    return timeIsUp.getAsBoolean() ? partial : whole.with(partial.stack(), partial.doubt());
  }

  private StarModel stacked(StarModel parts) {
    Stack stack = new StackTraining(cases).train();
    return parts.with(stack, DoubtTraining.train(cases, stack));
  }

  /** The settings whose factors predict the held-out ratings best. */
  private Attempt choose(List<FactorSettings> candidates) {
    HeldOutPart part = heldOut(0);
    PartsTraining parts = parts(part.rest());
    Attempt best = attempt(part, parts, candidates.get(0));
    for (FactorSettings settings : candidates.subList(1, candidates.size())) {
      if (!timeIsUp.getAsBoolean()) {
        Attempt next = attempt(part, parts, settings);
        LOG.info("{}: RMSE {} against {}", settings, next.rmse(), best.rmse());
        best = next.rmse() < best.rmse() ? next : best;
      }
    }
    return best;
  }

  private Attempt attempt(HeldOutPart part, PartsTraining parts, FactorSettings settings) {
    StarModel model = parts.train(settings, timeIsUp);
    Incidence unseen = Incidence.ofUsers(ratings, part);
    return new Attempt(settings, model, HeldOutPart.cases(model, parts.users(), unseen));
  }

  private HeldOutPart heldOut(int round) {
    return HeldOutPart.of(ratings.size(), seed, round);
  }

  private PartsTraining parts(Incidence.Part part) {
    return new PartsTraining(algebra, Ratings.of(ratings, part), seed);
  }

  /** A model that was trained on a part, and what it knew of the rest. */
  private record Attempt(FactorSettings settings, StarModel model, List<Case> cases) {
    Attempt {
      cases = List.copyOf(cases);
    }

    double rmse() {
      return new Fit(cases, model.stack(), model.doubt()).rmse(Stack.FACTORS);
    }
  }
}
