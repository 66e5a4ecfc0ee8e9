package io.takewithott.catalog.lines;

import io.takewithott.catalog.text.SoundSimilarity;

/**
 * How probable it is that a line is the one that was meant. A logistic function of three things:
 * how much of what was said the alignment explains, how much of the line it covers, and how much
 * evidence that is beyond what chance finds among so many lines. The last follows from the
 * statistics of local alignment, in which the best score by chance grows with the logarithm of the
 * size searched (S. Karlin and S. F. Altschul, Methods for assessing the statistical significance
 * of molecular sequence features, PNAS 87, 1990).
 *
 * <p>The weights were fitted by logistic regression on queries of one seed of {@code
 * LineQueries} in functions/benchmarks, against sentences that are in no line, and are judged on
 * another: so that of the answers given with 0.9, nine in ten are right.
 */
final class Confidence {
  /** Below it a line is not shown. */
  static final double LEAST = 0.5;

  private static final double CONSTANT = -14.0;
  private static final double OF_FIT = 13.0;
  private static final double OF_COVERAGE = 3.0;
  private static final double OF_EVIDENCE = 0.45;

  /** What chance gains in score for every doubling of what is searched. */
  private static final double CHANCE_PER_DOUBLING = 0.35;

  /** Evidence beyond that of a sentence says no more. */
  private static final double MOST_EVIDENCE = 16;

  private Confidence() {}

  /**
   * @param score of the alignment
   * @param searched sounds of all lines
   */
  static double of(int score, int querySounds, int lineSounds, long searched) {
    return logistic(features(score, querySounds, lineSounds, searched));
  }

  /** Fit, coverage and evidence: what the weights are fitted on. */
  static double[] features(int score, int querySounds, int lineSounds, long searched) {
    double matched = (double) score / SoundSimilarity.SAME;
    double chance = CHANCE_PER_DOUBLING * Math.log(Math.max(2, searched)) / Math.log(2);
    return new double[] {
      matched / Math.max(1, querySounds),
      Math.min(1, matched / Math.max(1, lineSounds)),
      Math.min(MOST_EVIDENCE, matched - chance)
    };
  }

  private static double logistic(double[] features) {
    double sum =
        CONSTANT
            + OF_FIT * features[0]
            + OF_COVERAGE * features[1]
            + OF_EVIDENCE * features[2];
    return 1 / (1 + Math.exp(-sum));
  }
}
