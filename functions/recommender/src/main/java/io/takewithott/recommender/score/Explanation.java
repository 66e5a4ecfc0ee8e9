package io.takewithott.recommender.score;

import io.takewithott.core.ranking.RankedTitle.Shares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Why a title has its score: what each of the user's titles added through the neighbours and
 * through the factors, what all of them together added through the stars these predict, and what
 * the crowd added. All parts together are the score; a part may be negative.
 *
 * @param titleIds the user's titles
 * @param knn what each added through the neighbours
 * @param svd what each added through the factors
 * @param picked whether each is a pick
 * @param stars what predicted stars added, for which no single title stands
 * @param crowd what was added whoever the user is
 */
public record Explanation(
    long[] titleIds, double[] knn, double[] svd, boolean[] picked, StarParts stars, double crowd) {
  private static final int MOST_REASONS = 3;

  /** What neighbours and factors added through the predicted stars. */
  public record StarParts(double knn, double svd) {}

  /** The score that is explained. */
  public double score() {
    double sum = crowd + stars.knn() + stars.svd();
    for (int k = 0; k < titleIds.length; k++) {
      sum += knn[k] + svd[k];
    }
    return sum;
  }

  /** The user's titles that most of the score came from, strongest first. */
  public List<Long> because() {
    List<Integer> entries = new ArrayList<>();
    for (int k = 0; k < titleIds.length; k++) {
      if (knn[k] + svd[k] > 0) {
        entries.add(k);
      }
    }
    entries.sort(Comparator.comparingDouble((Integer k) -> knn[k] + svd[k]).reversed());
    return entries.stream().limit(MOST_REASONS).map(k -> titleIds[k]).toList();
  }

  /**
   * How much of the score each part made: factors, neighbours, picks, crowd; in thousandths,
   * together 1. A part that pulled the title down has none.
   */
  public Shares shares() {
    double factors = 0;
    double neighbours = 0;
    double picks = 0;
    for (int k = 0; k < titleIds.length; k++) {
      picks += picked[k] ? knn[k] + svd[k] : 0;
      factors += picked[k] ? 0 : svd[k];
      neighbours += picked[k] ? 0 : knn[k];
    }
    boolean onlyPicks = titleIds.length > 0 && allPicked();
    picks += onlyPicks ? stars.knn() + stars.svd() : 0;
    factors += onlyPicks ? 0 : stars.svd();
    neighbours += onlyPicks ? 0 : stars.knn();
    double[] parts = {
      Math.max(0, factors), Math.max(0, neighbours), Math.max(0, picks), Math.max(0, crowd)
    };
    double all = parts[0] + parts[1] + parts[2] + parts[3];
    if (all <= 0) {
      return new Shares(0, 0, 0, 1);
    }
    roundToThousandths(parts, all);
    return new Shares(parts[0], parts[1], parts[2], parts[3]);
  }

  private boolean allPicked() {
    for (boolean each : picked) {
      if (!each) {
        return false;
      }
    }
    return true;
  }

  /** Makes them parts of 1, and gives the largest what rounding left over. */
  private static void roundToThousandths(double[] parts, double all) {
    long left = 1000;
    int largest = 0;
    for (int i = 0; i < parts.length; i++) {
      long thousandths = Math.round(parts[i] / all * 1000);
      left -= thousandths;
      largest = parts[i] > parts[largest] ? i : largest;
      parts[i] = thousandths / 1000.0;
    }
    parts[largest] = Math.round(parts[largest] * 1000 + left) / 1000.0;
  }
}
