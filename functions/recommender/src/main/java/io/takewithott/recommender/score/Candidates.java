package io.takewithott.recommender.score;

import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.TopTitles.Scored;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.apache.mahout.cf.taste.recommender.IDRescorer;

/**
 * Every title of the catalogue that may be shown to somebody, with its score: all but those they
 * know and those that a rescorer filters.
 */
public final class Candidates {
  private final Scores scores;
  private final double[] values;

  private Candidates(Scores scores, double[] values) {
    this.scores = scores;
    this.values = values;
  }

  public static Candidates of(HybridModel model, Scores scores, IDRescorer rescorer) {
    return of(model, scores, rescorer, false);
  }

  /**
   * @param withKnown whether the titles that they know are candidates too
   */
  public static Candidates of(
      HybridModel model, Scores scores, IDRescorer rescorer, boolean withKnown) {
    double[] values = new double[model.titleCount()];
    for (int title = 0; title < values.length; title++) {
      long id = model.titleId(title);
      boolean out = (scores.known(title) && !withKnown) || rescorer.isFiltered(id);
      values[title] = out ? Double.NaN : rescorer.rescore(id, scores.score(title));
    }
    return new Candidates(scores, values);
  }

  public int titleCount() {
    return values.length;
  }

  public boolean has(int title) {
    return !Double.isNaN(values[title]);
  }

  /** The score of a candidate. */
  public double score(int title) {
    return values[title];
  }

  /** What else is known of the titles for this person. */
  public Scores scores() {
    return scores;
  }

  /** The candidates of the highest scores, best first. */
  public List<Scored> best(int most) {
    return best(most, title -> true, this::score);
  }

  /** The wanted candidates that come first in an order, highest first. */
  public List<Scored> best(int most, IntPredicate wanted, IntToDoubleFunction order) {
    return TopTitles.first(most, values.length, title -> has(title) && wanted.test(title), order);
  }
}
