package io.takewithott.core.ranking;

import java.util.List;
import java.util.Optional;

/**
 * One place of a ranking.
 *
 * @param score orders the titles; comparable only within one ranking
 * @param stars what the user is predicted to give it, 0.5 to 5.0
 * @param because the user's own titles that it mostly came from, strongest first
 * @param shares how much each part of the model contributed to the score
 * @param ends the score at either end of alpha; a user without a history has none, nor have
 *     rankings of an earlier time
 */
public record RankedTitle(
    long titleId,
    double score,
    double stars,
    List<Long> because,
    Shares shares,
    Optional<Ends> ends) {
  /** Between the crowd, 0, and the user's own titles, 1: where the score is as it was learned. */
  public static final double LEARNED_ALPHA = 0.5;

  public RankedTitle {
    because = List.copyOf(because);
  }

  /** A title whose score does not move. */
  public RankedTitle(long titleId, double score, double stars, List<Long> because, Shares shares) {
    this(titleId, score, stars, because, shares, Optional.empty());
  }

  /**
   * The score for an alpha: the learned one in the middle, and straight from there to either end.
   *
   * @param alpha 0 to 1
   */
  public double scoreAt(double alpha) {
    if (ends.isEmpty()) {
      return score;
    }
    double end = alpha < LEARNED_ALPHA ? ends.get().crowd() : ends.get().own();
    double part = Math.abs(alpha - LEARNED_ALPHA) / LEARNED_ALPHA;
    return score + part * (end - score);
  }

  /**
   * Parts of a score, each 0 to 1, together 1: factors, neighbours, the three picks, popularity.
   */
  public record Shares(double svd, double knn, double picks, double crowd) {}

  /**
   * The score if only everybody's taste counted, and if only the user's own titles did. Single
   * precision: they order, and are written for hundreds of titles.
   */
  public record Ends(float crowd, float own) {}
}
