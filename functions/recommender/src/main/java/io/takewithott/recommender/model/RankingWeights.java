package io.takewithott.recommender.model;

import java.util.Arrays;

/**
 * How the signals are weighed in a ranking: linearly, with weights that move with the logarithm of
 * the history's length; and with weights of their own for a history that is nothing but picks.
 *
 * @param base by {@link Signal}, for a history of the middle length
 * @param slope by signal, what a standard deviation of the logarithm more adds
 * @param picks by signal, for nothing but picks
 * @param middle the mean of the logarithms of the lengths
 * @param spread their standard deviation
 */
public record RankingWeights(
    float[] base, float[] slope, float[] picks, float middle, float spread) {
  /** Beyond lengths like these nothing was learned. */
  private static final double MOST_DEVIATIONS = 2;

  public RankingWeights {
    int signals = Signal.values().length;
    if (base.length != signals || slope.length != signals || picks.length != signals) {
      throw new IllegalArgumentException(
          "Weights of %d, %d and %d signals where there are %d"
              .formatted(base.length, slope.length, picks.length, signals));
    }
    for (int s = 0; s < signals; s++) {
      if (!Float.isFinite(base[s]) || !Float.isFinite(slope[s]) || !Float.isFinite(picks[s])) {
        throw new IllegalArgumentException("a weight of a signal is no number");
      }
    }
    if (!(spread > 0) || !Float.isFinite(middle)) {
      throw new IllegalArgumentException(
          "lengths of " + middle + " and a deviation of " + spread + " say nothing");
    }
    base = base.clone();
    slope = slope.clone();
    picks = picks.clone();
  }

  @Override
  public float[] base() {
    return base.clone();
  }

  @Override
  public float[] slope() {
    return slope.clone();
  }

  @Override
  public float[] picks() {
    return picks.clone();
  }

  /** How far a history's length is from the middle, in standard deviations. */
  public static double deviations(int historyLength, double middle, double spread) {
    double from = (Math.log(Math.max(1, historyLength)) - middle) / spread;
    return Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, from));
  }

  /** The weights by signal for a history of ratings and picks. */
  public float[] of(int historyLength, boolean onlyPicks) {
    if (onlyPicks) {
      return picks();
    }
    float[] weights = base();
    double t = deviations(historyLength, middle, spread);
    for (int s = 0; s < weights.length; s++) {
      weights[s] += (float) (t * slope[s]);
    }
    return weights;
  }

  /** The same with a part of the weight of how much is known, for histories of ratings. */
  public RankingWeights withFame(double part) {
    float[] newBase = base();
    float[] newSlope = slope();
    for (Signal signal : Signal.FAME) {
      newBase[signal.ordinal()] *= (float) part;
      newSlope[signal.ordinal()] *= (float) part;
    }
    return new RankingWeights(newBase, newSlope, picks, middle, spread);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RankingWeights that
        && Arrays.equals(base, that.base)
        && Arrays.equals(slope, that.slope)
        && Arrays.equals(picks, that.picks)
        && middle == that.middle
        && spread == that.spread;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(base);
  }

  @Override
  public String toString() {
    return "base %s slope %s picks %s"
        .formatted(Arrays.toString(base), Arrays.toString(slope), Arrays.toString(picks));
  }
}
