package io.takewithott.recommender.score;

import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.RankedTitle.Shares;
import io.takewithott.recommender.algebra.SplitMix64;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.Signal;
import io.takewithott.recommender.score.Explanation.StarParts;
import io.takewithott.recommender.score.History.Entry;
import io.takewithott.recommender.stars.StarViewer;
import java.util.List;

/**
 * Every title's score for one user: the signals by the weights that the model has for a history
 * like this one. Predicted stars have no part in it: ordered by them a ranking is worse than by
 * popularity. A last, tiny part depends on the title and the whole history: it decides between
 * titles of which nothing is known, otherwise for every history, and never outweighs a real
 * difference.
 */
public final class Scores {
  /** Below the difference that one rating in a million makes. */
  private static final double TIE_BREAK = 1e-9;

  private final HybridModel model;
  private final Folded folded;
  private final StarViewer viewer;
  private final Signals signals;
  private final boolean[] known;
  private final long fingerprint;
  private final float[] weights;
  private final double[] scores;

  Scores(HybridModel model, History history, StarViewer viewer, Folded folded) {
    this.model = model;
    this.folded = folded;
    this.viewer = viewer;
    this.known = known(model, history);
    this.signals = new Signals(model, folded, viewer, known);
    this.fingerprint = fingerprint(history);
    this.weights = weights(model, folded);
    this.scores = new double[model.titleCount()];
    signals.addTo(scores, weights);
    addTieBreak(scores);
  }

  /** Without a history only the crowd speaks. */
  private static float[] weights(HybridModel model, Folded folded) {
    if (folded.size() == 0) {
      float[] crowd = new float[Signal.values().length];
      crowd[Signal.POPULARITY.ordinal()] = 1;
      return crowd;
    }
    return model.ranking().weights().of(folded.size(), folded.onlyPicks());
  }

  private static boolean[] known(HybridModel model, History history) {
    boolean[] known = new boolean[model.titleCount()];
    for (Entry entry : history.entries()) {
      int title = model.titleIndex(entry.titleId());
      if (title >= 0) {
        known[title] = true;
      }
    }
    return known;
  }

  private void addTieBreak(double[] into) {
    for (int title = 0; title < into.length; title++) {
      into[title] +=
          TIE_BREAK * ((SplitMix64.mixed(model.titleId(title) ^ fingerprint) >>> 11) * 0x1p-53);
    }
  }

  /** Depends on every entry and not on their order. */
  private static long fingerprint(History history) {
    long sum = 0;
    for (Entry entry : history.entries()) {
      sum +=
          SplitMix64.mixed(
              entry.titleId() * 64 + entry.halfStars() * 2L + (entry.picked() ? 1 : 0));
    }
    return sum;
  }

  /** Whether the user has the title already: rated or picked. */
  public boolean known(int title) {
    return known[title];
  }

  public double score(int title) {
    return scores[title];
  }

  /** How many of the user's titles were folded in; the weights are those for such a length. */
  public int historyLength() {
    return folded.size();
  }

  /** How much a signal counts in the scores. */
  public double weight(Signal signal) {
    return weights[signal.ordinal()];
  }

  /**
   * The scores with the user's own say: towards 0 the crowd's order, at {@link
   * RankedTitle#LEARNED_ALPHA} the model's, towards 1 only what the user's own titles say. Nothing
   * is trained for it.
   *
   * @param alpha 0 to 1
   * @return by title
   */
  public double[] scores(double alpha) {
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException("alpha must be 0 to 1, but is " + alpha);
    }
    double own = Math.min(1, alpha / RankedTitle.LEARNED_ALPHA);
    double without = Math.max(0, alpha / RankedTitle.LEARNED_ALPHA - 1);
    float[] moved = new float[weights.length];
    double personal = 0;
    for (Signal signal : Signal.values()) {
      int s = signal.ordinal();
      boolean crowd = signal.part() == Signal.Part.CROWD;
      moved[s] = (float) (own * weights[s] * (crowd ? 1 - without : 1));
      personal += crowd ? 0 : Math.abs(weights[s]);
    }
    // The crowd alone is given the weight of all that is personal, so that the middle is a balance.
    moved[Signal.POPULARITY.ordinal()] += (float) ((1 - own) * (personal > 0 ? personal : 1));
    double[] result = new double[scores.length];
    signals.addTo(result, moved);
    addTieBreak(result);
    return result;
  }

  /** The signals that the score is made of. */
  public Signals signals() {
    return signals;
  }

  /** The predicted stars, 0.5 to 5. */
  public double stars(int title) {
    return viewer.stars(title);
  }

  /** The standard deviation of the predicted stars: the fewer the ratings, the larger. */
  public double deviation(int title) {
    return viewer.deviation(title);
  }

  /** How much each part contributed to a title's score; thousandths, together 1. */
  public Shares shares(int title) {
    return explain(title).shares();
  }

  /** The user's titles that a title mostly came from, strongest first. */
  public List<Long> because(int title) {
    return explain(title).because();
  }

  /** Where a title's score comes from; the tie-break is left out. */
  public Explanation explain(int title) {
    double[] knn = new double[folded.size()];
    double[] svd = new double[folded.size()];
    double crowd = 0;
    StarParts stars = new StarParts(0, 0);
    for (Signal signal : Signal.values()) {
      float weight = weights[signal.ordinal()];
      switch (signal.part()) {
        case KNN -> add(knn, weight, signals.contributions(signal, title));
        case SVD -> add(svd, weight, signals.contributions(signal, title));
        case STARS -> {
          stars = new StarParts(weight * viewer.knn(title), weight * viewer.svd(title));
          crowd += weight * signals.of(signal, title) - stars.knn() - stars.svd();
        }
        case CROWD -> crowd += weight * signals.of(signal, title);
      }
    }
    return new Explanation(folded.titleIds(), knn, svd, folded.picked(), stars, crowd);
  }

  private static void add(double[] sums, float weight, double[] parts) {
    for (int k = 0; k < sums.length; k++) {
      sums[k] += weight * parts[k];
    }
  }
}
