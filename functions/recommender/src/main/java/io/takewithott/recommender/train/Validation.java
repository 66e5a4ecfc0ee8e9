package io.takewithott.recommender.train;

import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.content.TitleFeatures;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.ItemNeighbours;
import io.takewithott.recommender.model.PreferenceFactors;
import io.takewithott.recommender.model.RankingParts;
import io.takewithott.recommender.model.RankingWeights;
import io.takewithott.recommender.model.Trends;
import io.takewithott.recommender.progress.Phases;
import io.takewithott.recommender.score.Scorer;
import io.takewithott.recommender.snapshot.RatingsByTitle;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.stars.StarModel;
import io.takewithott.recommender.stars.StarTraining;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides on held-out ratings what the data should decide: the settings of the item weights, the
 * walk's penalty, the ridge of the factors, and how the signals are weighed. One procedure for
 * every data set; of a large one it looks at an even part of the users.
 */
public final class Validation {
  /** Ratings that are looked at: dozens of trainings on more would not end in time. */
  private static final int MOST_RATINGS = 1_500_000;

  private static final int MOST_RATERS = 2500;
  private static final int MOST_NEWCOMERS = 400;

  /** Folds are taken until so many raters judge, for the noise falls with their root. */
  private static final int ENOUGH_RATERS = 5000;

  private static final int MOST_FOLDS = 4;

  /** Folds and titles of the search, in which dozens of dense matrices are inverted. */
  private static final int MOST_FOLDS_OF_SEARCH = 3;

  private static final int MOST_TITLES_OF_SEARCH = 3000;

  /** Titles of the dense matrices when the weights of the signals are learned. */
  private static final int MOST_TITLES_OF_FOLDS = 6000;

  private static final double[] BETAS = {0.1, 0.2, 0.3, 0.4, 0.5};
  private static final double[] RIDGES = {30, 60, 120};

  private static final Logger LOG = LoggerFactory.getLogger(Validation.class);

  private final DenseAlgebra algebra;
  private final long seed;
  private final int mostDense;
  private final PreferenceFitting fitting;
  private final BooleanSupplier timeIsUp;
  private final Phases phases;

  /**
   * @param mostDense titles in the dense matrices
   * @param fitting what trains the factors, as it will for the model
   */
  public Validation(
      DenseAlgebra algebra,
      long seed,
      int mostDense,
      PreferenceFitting fitting,
      BooleanSupplier timeIsUp,
      Phases phases) {
    this.algebra = algebra;
    this.seed = seed;
    this.mostDense = mostDense;
    this.fitting = fitting;
    this.timeIsUp = timeIsUp;
    this.phases = phases;
  }

  /** When time runs out, what is not decided yet keeps its default. */
  public Choice choose(RatingsSnapshot ratings, TitleFeatures features) {
    List<Fold> folds = phases.run("choose: folds", () -> folds(sample(ratings)));
    if (folds.isEmpty() || timeIsUp.getAsBoolean()) {
      return Choice.DEFAULT;
    }
    LOG.info("choosing on {} folds, the first with {}", folds.size(), folds.get(0));
    ItemWeightSettings learned = phases.run("choose: item weights", () -> search(folds));
    Fold fold = folds.get(0);
    double beta = phases.run("choose: walk", () -> beta(fold));
    double coarse = phases.run("choose: preferences", () -> coarse(fold));
    Choice choice = new Choice(learned, beta, coarse, RankingFit.DEFAULT);
    return phases.run(
        "choose: weights of the signals", () -> choice.with(weights(folds, choice, features)));
  }

  private ItemWeightSettings search(List<Fold> folds) {
    List<Fold> few = folds.subList(0, Math.min(folds.size(), MOST_FOLDS_OF_SEARCH));
    return new WeightSearch(algebra, few, Math.min(mostDense, MOST_TITLES_OF_SEARCH))
        .search(ItemWeightSettings.DEFAULT, timeIsUp);
  }

  private double beta(Fold fold) {
    NeighbourTraining walks = new NeighbourTraining(fold.seen());
    return best(BETAS, Choice.DEFAULT.beta(), value -> walk(fold, walks.train(value)));
  }

  /** The ridge with which coarse factors serve newcomers best, whom they are there for. */
  private double coarse(Fold fold) {
    RatingsByTitle byTitle = RatingsByTitle.of(fold.seen());
    List<HeldOut> users = fold.newcomers().isEmpty() ? fold.raters() : fold.newcomers();
    int ratings = fold.seen().size();
    return best(
        RIDGES,
        Choice.DEFAULT.ridge(),
        ridge ->
            factors(
                fitting.train(
                    fold.seen(), byTitle, PreferenceSettings.coarse(ridge, ratings), timeIsUp),
                users));
  }

  /** The ratings of so many users, evenly chosen, that they should be as many as wanted. */
  static RatingsSnapshot sample(RatingsSnapshot ratings) {
    if (ratings.size() <= MOST_RATINGS) {
      return ratings;
    }
    BitSet kept = new BitSet(ratings.size());
    for (long user = 0; user < ratings.userCount(); user++) {
      if (isSampled(user, ratings.size())) {
        kept.set(ratings.begin((int) user), ratings.end((int) user));
      }
    }
    return ratings.where(kept::get);
  }

  /**
   * Whether a user is one of those that are looked at.
   *
   * @param user counted from 0 over all of them
   * @param ratings of all users
   */
  public static boolean isSampled(long user, long ratings) {
    return ratings <= MOST_RATINGS
        || user * MOST_RATINGS / ratings != (user + 1) * MOST_RATINGS / ratings;
  }

  private List<Fold> folds(RatingsSnapshot ratings) {
    List<Fold> folds = new ArrayList<>();
    int raters = 0;
    for (int part = 0; part < MOST_FOLDS && raters < ENOUGH_RATERS; part++) {
      Fold fold = Fold.of(ratings, part, MOST_RATERS, MOST_NEWCOMERS, seed);
      if (!fold.raters().isEmpty()) {
        folds.add(fold);
        raters += fold.raters().size();
      }
    }
    return folds;
  }

  private double best(double[] values, double otherwise, Function<Double, Double> quality) {
    double best = otherwise;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      double reached = quality.apply(value);
      if (timeIsUp.getAsBoolean()) {
        return otherwise;
      }
      LOG.info("{} gives {}", value, reached);
      if (reached > most) {
        most = reached;
        best = value;
      }
    }
    return best;
  }

  /** How well the walk alone serves raters and newcomers. */
  private static double walk(Fold fold, ItemNeighbours neighbours) {
    return quality(
        fold,
        user -> {
          float[] sums = new float[neighbours.titleCount()];
          for (int k = 0; k < user.titles().length; k++) {
            neighbours.spread(user.titles()[k], user.halfStars()[k], sums);
          }
          return sums;
        });
  }

  /** How well factors alone serve users. */
  private static double factors(PreferenceFactors factors, List<HeldOut> users) {
    return Quality.of(
            users,
            user -> {
              float[] affinities = user.halfStars().clone();
              for (int k = 0; k < affinities.length; k++) {
                affinities[k] /= 10;
              }
              return factors.foldIn(user.titles(), affinities).signal();
            })
        .sum();
  }

  private static double quality(Fold fold, Function<HeldOut, float[]> scores) {
    return Quality.of(fold.raters(), scores).sum()
        + (fold.newcomers().isEmpty() ? 0 : Quality.of(fold.newcomers(), scores).sum());
  }

  private RankingWeights weights(List<Fold> folds, Choice choice, TitleFeatures features) {
    List<Lesson> raters = new ArrayList<>();
    List<Lesson> newcomers = new ArrayList<>();
    @Nullable HybridModel first = null;
    for (Fold fold : folds) {
      if (timeIsUp.getAsBoolean()) {
        LOG.warn("no time is left to learn from more than {} users", raters.size());
        break;
      }
      RankingParts parts =
          new RankingTraining(Phases.SILENT)
              .train(
                  new RatingsInMemory(
                      fold.seen(), algebra, Math.min(mostDense, MOST_TITLES_OF_FOLDS), fitting),
                  choice,
                  timeIsUp);
      StarModel stars = StarTraining.sketch(fold.seen(), seed, timeIsUp);
      if (timeIsUp.getAsBoolean()) {
        LOG.warn("the factors of a fold ran out of time and teach nothing");
        break;
      }
      HybridModel model = model(fold.seen(), parts, stars, features);
      first = first == null ? model : first;
      raters.addAll(lessons(model, fold.raters()));
      newcomers.addAll(lessons(model, fold.newcomers()));
    }
    RankingWeights weights = RankingFit.fit(raters, newcomers);
    LOG.info("learned from {} raters, {} newcomers: {}", raters.size(), newcomers.size(), weights);
    return first == null
        ? weights
        : new Breadth(algebra, Math.min(mostDense, MOST_TITLES_OF_FOLDS), timeIsUp)
            .restore(folds.get(0), first, weights);
  }

  private static List<Lesson> lessons(HybridModel model, List<HeldOut> users) {
    Scorer scorer = new Scorer(model);
    return users.parallelStream()
        .map(user -> Lesson.of(model, scorer.score(user.history()), user))
        .toList();
  }

  private static HybridModel model(
      RatingsSnapshot ratings, RankingParts parts, StarModel stars, TitleFeatures features) {
    long[] titleIds =
        IntStream.range(0, ratings.titleCount()).mapToLong(ratings::titleId).toArray();
    return new HybridModel(Instant.EPOCH, titleIds, parts, stars)
        .with(features, Trends.none(ratings.titleCount()));
  }
}
