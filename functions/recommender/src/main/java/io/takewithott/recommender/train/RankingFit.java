package io.takewithott.recommender.train;

import io.takewithott.recommender.model.RankingWeights;
import io.takewithott.recommender.model.Signal;
import io.takewithott.recommender.train.ListwiseFit.Choices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Learns how to weigh the signals, from users whose likes were held out. */
final class RankingFit {
  /** With so few users a guess from elsewhere counts as much as they do: signals are much alike. */
  private static final double PULL = 40;

  /** By {@link Signal}: what was near the best wherever it was measured. */
  private static final double[] PRIOR = {0.12, 0.015, 0, 0.05, 0.25, 0, -0.05, 0.05, -0.5, 0.5};

  private static final double[] PRIOR_OF_PICKS = {
    0.02, 0, 0.05, 0.06, 0.1, 0, -0.1, 0.1, -0.8, 0.4
  };

  /** A middling history: some dozens of ratings. */
  private static final double PRIOR_MIDDLE = 3;

  private static final double PRIOR_SPREAD = 1.2;
  private static final double LEAST_SPREAD = 0.1;

  /** What is used where there is nobody to learn from. */
  static final RankingWeights DEFAULT =
      new RankingWeights(
          floats(PRIOR),
          new float[PRIOR.length],
          floats(PRIOR_OF_PICKS),
          (float) PRIOR_MIDDLE,
          (float) PRIOR_SPREAD);

  private RankingFit() {}

  /**
   * @param raters users with a history of ratings
   * @param newcomers users with nothing but picks
   */
  static RankingWeights fit(List<Lesson> raters, List<Lesson> newcomers) {
    int signals = Signal.values().length;
    double[] lengths =
        raters.stream().mapToDouble(lesson -> Math.log(lesson.historyLength())).toArray();
    double middle = lengths.length == 0 ? PRIOR_MIDDLE : mean(lengths);
    double spread = lengths.length == 0 ? PRIOR_SPREAD : deviation(lengths, middle);
    List<Choices> rated = new ArrayList<>();
    for (Lesson lesson : raters) {
      if (lesson.likes() > 0) {
        double t = RankingWeights.deviations(lesson.historyLength(), middle, spread);
        rated.add(new Choices(withSlope(lesson.signals(), t), lesson.liked()));
      }
    }
    double[] both = new ListwiseFit(rated, Arrays.copyOf(PRIOR, 2 * signals), PULL).fit();
    List<Choices> picked =
        newcomers.stream()
            .filter(lesson -> lesson.likes() > 0)
            .map(lesson -> new Choices(lesson.signals(), lesson.liked()))
            .toList();
    double[] picks = new ListwiseFit(picked, PRIOR_OF_PICKS, PULL).fit();
    return new RankingWeights(
        floats(Arrays.copyOfRange(both, 0, signals)),
        floats(Arrays.copyOfRange(both, signals, 2 * signals)),
        floats(picks),
        (float) middle,
        (float) spread);
  }

  /** Each signal, and each again times how long the history is. */
  private static double[][] withSlope(double[][] signals, double t) {
    double[][] both = new double[signals.length][];
    for (int k = 0; k < both.length; k++) {
      int count = signals[k].length;
      both[k] = Arrays.copyOf(signals[k], 2 * count);
      for (int s = 0; s < count; s++) {
        both[k][count + s] = t * signals[k][s];
      }
    }
    return both;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static double deviation(double[] values, double mean) {
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    return Math.max(LEAST_SPREAD, Math.sqrt(squares / values.length));
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
