package io.takewithott.core.ranking;

import java.util.List;

/**
 * One place of a ranking.
 *
 * @param score orders the titles; comparable only within one ranking
 * @param stars what the user is predicted to give it, 0.5 to 5.0
 * @param because the user's own titles that it mostly came from, strongest first
 * @param shares how much each part of the model contributed to the score
 */
public record RankedTitle(
    long titleId, double score, double stars, List<Long> because, Shares shares) {
  public RankedTitle {
    because = List.copyOf(because);
  }

  /**
   * Parts of a score, each 0 to 1, together 1: factors, neighbours, the three picks, popularity.
   */
  public record Shares(double svd, double knn, double picks, double crowd) {}
}
