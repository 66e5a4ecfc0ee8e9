package io.takewithott.recommender.train;

import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.ItemWeights;
import io.takewithott.recommender.model.RankingWeights;
import io.takewithott.recommender.model.Signal;
import io.takewithott.recommender.score.Scorer;
import io.takewithott.recommender.score.Scores;
import io.takewithott.recommender.score.TopTitles;
import io.takewithott.recommender.score.TopTitles.Scored;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps rankings from narrowing down to what everybody likes. Where histories are short, popularity
 * alone is nearly the best guess, and weights that only look for good guesses show thousands of
 * people the same few titles. So the weight of fame is cut until the first ten of the validated
 * users together are at least as many titles as plain EASE (Steck, WWW 2019) shows the same users.
 */
final class Breadth {
  private static final int DEPTH = 10;

  /** Plain EASE as it is usually tuned. */
  private static final ItemWeightSettings EASE = new ItemWeightSettings(100, 0, 0, 0, 0, 0, 0);

  private static final double[] PARTS = {1, 0.8, 0.65, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05, 0};

  private static final Logger LOG = LoggerFactory.getLogger(Breadth.class);

  private final DenseAlgebra algebra;
  private final int mostDense;
  private final BooleanSupplier timeIsUp;

  Breadth(DenseAlgebra algebra, int mostDense, BooleanSupplier timeIsUp) {
    this.algebra = algebra;
    this.mostDense = mostDense;
    this.timeIsUp = timeIsUp;
  }

  /** The weights with as much of the fame as breadth allows. */
  RankingWeights restore(Fold fold, HybridModel model, RankingWeights weights) {
    if (timeIsUp.getAsBoolean()) {
      return weights;
    }
    int least = shownByEase(fold);
    List<Set<Integer>> shown = shown(fold, model.with(weights));
    for (int i = 0; i < PARTS.length; i++) {
      if (shown.get(i).size() >= least) {
        LOG.info("{} of the fame shows {} titles, EASE {}", PARTS[i], shown.get(i).size(), least);
        return weights.withFame(PARTS[i]);
      }
    }
    return weights.withFame(PARTS[broadest(shown)]);
  }

  private static int broadest(List<Set<Integer>> shown) {
    int broadest = 0;
    for (int i = 1; i < shown.size(); i++) {
      broadest = shown.get(i).size() > shown.get(broadest).size() ? i : broadest;
    }
    LOG.info(
        "{} of the fame shows the most titles, {}", PARTS[broadest], shown.get(broadest).size());
    return broadest;
  }

  private int shownByEase(Fold fold) {
    ItemWeights ease =
        new ItemWeightTraining(algebra, new DenseRatings(fold.seen(), mostDense)).learned(EASE);
    Set<Integer> shown = new HashSet<>();
    fold.raters().parallelStream()
        .map(
            user -> {
              float[] scores = ease.signal(user.titles(), user.halfStars());
              return titles(user.first(DEPTH, scores));
            })
        .toList()
        .forEach(shown::addAll);
    return shown.size();
  }

  /** What everybody together is shown, by the part of the fame. */
  private static List<Set<Integer>> shown(Fold fold, HybridModel model) {
    Scorer scorer = new Scorer(model);
    List<List<List<Integer>>> each =
        fold.raters().parallelStream().map(user -> first(scorer, model, user)).toList();
    List<Set<Integer>> shown = new ArrayList<>();
    for (int i = 0; i < PARTS.length; i++) {
      Set<Integer> all = new HashSet<>();
      for (List<List<Integer>> user : each) {
        all.addAll(user.get(i));
      }
      shown.add(all);
    }
    return shown;
  }

  /**
   * One user's first titles, by the part of the fame. Equal titles stand in the catalogue's order:
   * the tie-break of a ranking depends on ids, and what is decided here must not.
   */
  private static List<List<Integer>> first(Scorer scorer, HybridModel model, HeldOut user) {
    Scores scores = scorer.score(user.history());
    double[] fame = new double[model.titleCount()];
    double[] rest = new double[model.titleCount()];
    for (Signal signal : Signal.values()) {
      double[] into = Signal.FAME.contains(signal) ? fame : rest;
      double weight = scores.weight(signal);
      for (int title = 0; title < into.length; title++) {
        into[title] += weight * scores.signals().of(signal, title);
      }
    }
    List<List<Integer>> first = new ArrayList<>();
    for (double part : PARTS) {
      first.add(
          titles(
              TopTitles.first(
                  DEPTH,
                  model.titleCount(),
                  title -> !scores.known(title),
                  title -> rest[title] + part * fame[title])));
    }
    return first;
  }

  private static List<Integer> titles(List<Scored> scored) {
    return scored.stream().map(Scored::title).toList();
  }
}
