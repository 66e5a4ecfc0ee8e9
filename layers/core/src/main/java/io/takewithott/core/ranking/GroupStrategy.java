package io.takewithott.core.ranking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How one order comes from the scores of several people, 0 to 1 for each. For one person every
 * strategy is their own order, and nobody's place in the group matters.
 */
public enum GroupStrategy {
  /** What pleases most on the whole. */
  AVERAGE {
    @Override
    public int[] order(double[][] scores, int most) {
      return byValue(scores, most, title -> average(scores, title));
    }
  },

  /** What displeases nobody: a title counts as much as it does to whom it suits least. */
  LEAST_MISERY {
    @Override
    public int[] order(double[][] scores, int most) {
      return byValue(scores, most, title -> least(scores, title));
    }
  },

  /**
   * Everybody in their turn: each place goes to the title that raises most the product of what the
   * members have had so far (Nash welfare, which gives each a proportional share: Conitzer,
   * Freeman, Shah: Fair Public Decision Making, EC 2017), built greedily and with the lower places
   * counting less, as people look at a list from the top (fairness-aware group recommendation: Xiao
   * et al., RecSys 2017; rank-sensitive balance: Kaya, Bridge, Tintarev, RecSys 2020).
   */
  FAIR {
    @Override
    public int[] order(double[][] scores, int most) {
      double[] had = new double[scores.length];
      Arrays.fill(had, HEAD_START);
      int titles = scores[0].length;
      boolean[] taken = new boolean[titles];
      int[] order = new int[Math.min(most, titles)];
      for (int place = 0; place < order.length; place++) {
        double discount = Math.log(2) / Math.log(place + 2.0);
        int next = mostWelfare(scores, had, discount, taken);
        for (int member = 0; member < scores.length; member++) {
          had[member] += discount * scores[member][next];
        }
        order[place] = next;
        taken[next] = true;
      }
      return order;
    }
  };

  /** What everybody has before the first title, so that one whom it does not suit is no veto. */
  private static final double HEAD_START = 0.1;

  /**
   * The best titles in order; of equals the one that is better on average, then the lower index.
   *
   * @param scores of each member each title
   */
  public abstract int[] order(double[][] scores, int most);

  private interface Value {
    double of(int title);
  }

  private static int[] byValue(double[][] scores, int most, Value value) {
    int titles = scores[0].length;
    double[] values = IntStream.range(0, titles).mapToDouble(value::of).toArray();
    return IntStream.range(0, titles)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer title) -> values[title])
                .thenComparingDouble(title -> average(scores, title))
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int mostWelfare(
      double[][] scores, double[] had, double discount, boolean[] taken) {
    int best = -1;
    double highest = 0;
    for (int title = 0; title < taken.length; title++) {
      if (taken[title]) {
        continue;
      }
      double welfare = 1;
      for (int member = 0; member < scores.length; member++) {
        welfare *= had[member] + discount * scores[member][title];
      }
      boolean better =
          best < 0
              || welfare > highest
              || (welfare == highest && average(scores, title) > average(scores, best));
      if (better) {
        best = title;
        highest = welfare;
      }
    }
    return best;
  }

  private static double average(double[][] scores, int title) {
    double sum = 0;
    for (double[] member : scores) {
      sum += member[title];
    }
    return sum / scores.length;
  }

  private static double least(double[][] scores, int title) {
    double least = 1;
    for (double[] member : scores) {
      least = Math.min(least, member[title]);
    }
    return least;
  }
}
