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
 * <p>The weights were fitted by logistic regression with a ridge on the queries of one seed of
 * {@code LineQueries} in functions/benchmarks, among the shipped lines alone and among a million
 * others, against sentences that are in no line, the two kinds weighing as one to a half; figures
 * are of another seed. It is the chance of being right for a box that is asked for what it does not
 * have once in three times.
 */
final class Confidence {
  /** Below it a line is not shown. */
  static final double LEAST = 0.5;

  private static final double CONSTANT = -15.4;
  private static final double OF_FIT = 12.6;
  private static final double OF_COVERAGE = 11.5;
  private static final double OF_EVIDENCE = 0.2;

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
        CONSTANT + OF_FIT * features[0] + OF_COVERAGE * features[1] + OF_EVIDENCE * features[2];
    return 1 / (1 + Math.exp(-sum));
  }
}
