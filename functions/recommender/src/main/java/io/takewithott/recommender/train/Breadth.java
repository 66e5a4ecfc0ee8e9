package io.takewithott.recommender.train;

import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.ItemWeights;
import io.takewithott.recommender.model.RankingWeights;
import io.takewithott.recommender.score.Scorer;
import io.takewithott.recommender.score.Scores;
import io.takewithott.recommender.score.TopTitles;
import io.takewithott.recommender.score.TopTitles.Scored;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps rankings from narrowing down to what everybody likes. Where histories are short, popularity
 * alone is nearly the best guess, and weights that only look for good guesses show thousands of
 * people the same few titles. So popularity's weight is cut until the first ten of everybody
 * together are at least as many titles as plain EASE (Steck, WWW 2019) shows the same people; what
 * that costs in nDCG is below what the weights won.
 */
final class Breadth {
  private static final int DEPTH = 10;

  /** Plain EASE as it is usually tuned. */
  private static final ItemWeightSettings EASE = new ItemWeightSettings(100, 0, 0, 0, 0, 0, 0);

  private static final double[] PARTS = {1, 0.8, 0.65, 0.5, 0.4, 0.3, 0.2, 0.1, 0};

  private static final Logger LOG = LoggerFactory.getLogger(Breadth.class);

  private final DenseAlgebra algebra;
  private final int mostDense;

  Breadth(DenseAlgebra algebra, int mostDense) {
    this.algebra = algebra;
    this.mostDense = mostDense;
  }

  /** The weights with as much of the popularity as breadth allows. */
  RankingWeights restore(Fold fold, HybridModel model, RankingWeights weights) {
    int least = shownByEase(fold);
    for (double part : PARTS) {
      RankingWeights cut = weights.withPopularity(part);
      int shown = shown(fold, model.with(cut));
      if (shown >= least) {
        LOG.info("{} of the popularity shows {} titles, EASE {}", part, shown, least);
        return cut;
      }
    }
    return weights.withPopularity(0);
  }

  private int shownByEase(Fold fold) {
    ItemWeights ease =
        new ItemWeightTraining(algebra, new DenseRatings(fold.seen(), mostDense)).learned(EASE);
    return shown(
        fold,
        user -> {
          float[] scores = ease.signal(user.titles(), user.halfStars());
          user.hideKnown(scores);
          TopTitles top = new TopTitles(DEPTH);
          for (int title = 0; title < scores.length; title++) {
            top.offer(title, scores[title]);
          }
          return top.bestFirst();
        });
  }

  private static int shown(Fold fold, HybridModel model) {
    Scorer scorer = new Scorer(model);
    return shown(
        fold,
        user -> {
          Scores scores = scorer.score(user.history());
          TopTitles top = new TopTitles(DEPTH);
          for (int title = 0; title < model.titleCount(); title++) {
            if (!scores.known(title)) {
              top.offer(title, scores.score(title));
            }
          }
          return top.bestFirst();
        });
  }

  private static int shown(Fold fold, Function<HeldOut, List<Scored>> first) {
    List<Set<Integer>> each =
        fold.raters().parallelStream()
            .map(user -> first.apply(user).stream().map(Scored::title).collect(Collectors.toSet()))
            .toList();
    Set<Integer> all = new HashSet<>();
    each.forEach(all::addAll);
    return all.size();
  }
}
