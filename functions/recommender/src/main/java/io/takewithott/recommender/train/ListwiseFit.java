package io.takewithott.recommender.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * Weights under which the liked titles of each list are likely to be chosen from it: the listwise
 * softmax loss (Cao et al., ICML 2007, with a single level of relevance; a list's likes together
 * count as at most ten), drawn towards prior weights, by Newton's method. The loss is convex, so
 * there is one solution; sums are in the order of the lists.
 */
final class ListwiseFit {
  private static final int MOST_STEPS = 25;
  private static final int MOST_HALVINGS = 10;
  private static final double LEAST_GAIN = 1e-7;
  private static final int MOST_LIKES = 10;
  private static final int LISTS_A_TASK = 32;

  private final List<Choices> lists;
  private final double[] prior;
  private final double pull;

  /**
   * @param prior the weights where the lists say nothing
   * @param pull the strength of the prior, in lists
   */
  ListwiseFit(List<Choices> lists, double[] prior, double pull) {
    this.lists = List.copyOf(lists);
    this.prior = prior.clone();
    this.pull = pull;
  }

  /** A list of titles by their features, and which of them were liked. */
  record Choices(double[][] features, boolean[] liked) {}

  double[] fit() {
    double[] weights = prior.clone();
    Slope here = slope(weights);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] direction = here.newtonStep();
      double before = here.loss;
      double length = 1;
      double[] next = moved(weights, direction, length);
      Slope there = slope(next);
      for (int half = 0; half < MOST_HALVINGS && !(there.loss < before); half++) {
        length /= 2;
        next = moved(weights, direction, length);
        there = slope(next);
      }
      if (!(there.loss < before - LEAST_GAIN * Math.max(1, lists.size()))) {
        return there.loss < before ? next : weights;
      }
      weights = next;
      here = there;
    }
    return weights;
  }

  private static double[] moved(double[] weights, double[] direction, double length) {
    double[] moved = weights.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] -= length * direction[i];
    }
    return moved;
  }

  private Slope slope(double[] weights) {
    List<List<Choices>> tasks = new ArrayList<>();
    for (int from = 0; from < lists.size(); from += LISTS_A_TASK) {
      tasks.add(lists.subList(from, Math.min(lists.size(), from + LISTS_A_TASK)));
    }
    List<Slope> parts =
        tasks.parallelStream()
            .map(
                task -> {
                  Slope part = new Slope(weights.length);
                  task.forEach(list -> part.add(list, weights));
                  return part;
                })
            .toList();
    Slope sum = new Slope(weights.length);
    parts.forEach(sum::add);
    for (int i = 0; i < weights.length; i++) {
      double from = weights[i] - prior[i];
      sum.loss += pull * from * from / 2;
      sum.gradient[i] += pull * from;
      sum.curvature[i][i] += pull;
    }
    return sum;
  }

  /** Loss, gradient and second derivatives at a place. */
  private static final class Slope {
    private final double[] gradient;
    private final double[][] curvature;
    private double loss;

    Slope(int size) {
      this.gradient = new double[size];
      this.curvature = new double[size][size];
    }

    void add(Slope other) {
      loss += other.loss;
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += other.gradient[i];
        for (int j = 0; j < gradient.length; j++) {
          curvature[i][j] += other.curvature[i][j];
        }
      }
    }

    void add(Choices list, double[] weights) {
      double[] chances = chances(list.features(), weights);
      int likes = 0;
      for (boolean each : list.liked()) {
        likes += each ? 1 : 0;
      }
      double worth = (double) Math.min(MOST_LIKES, likes) / Math.max(1, likes);
      double[] mean = new double[weights.length];
      for (int k = 0; k < chances.length; k++) {
        double[] x = list.features()[k];
        if (list.liked()[k]) {
          loss -= worth * Math.log(Math.max(chances[k], Double.MIN_NORMAL));
        }
        double difference = worth * (likes * chances[k] - (list.liked()[k] ? 1 : 0));
        double spread = worth * likes * chances[k];
        for (int i = 0; i < x.length; i++) {
          gradient[i] += difference * x[i];
          mean[i] += chances[k] * x[i];
          double scaled = spread * x[i];
          for (int j = 0; j <= i; j++) {
            curvature[i][j] += scaled * x[j];
          }
        }
      }
      for (int i = 0; i < mean.length; i++) {
        for (int j = 0; j <= i; j++) {
          curvature[i][j] -= worth * likes * mean[i] * mean[j];
        }
      }
    }

    private static double[] chances(double[][] features, double[] weights) {
      double[] chances = new double[features.length];
      double most = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < chances.length; k++) {
        for (int i = 0; i < weights.length; i++) {
          chances[k] += weights[i] * features[k][i];
        }
        most = Math.max(most, chances[k]);
      }
      double sum = 0;
      for (int k = 0; k < chances.length; k++) {
        chances[k] = Math.exp(chances[k] - most);
        sum += chances[k];
      }
      double all = sum;
      return Arrays.stream(chances).map(chance -> chance / all).toArray();
    }

    double[] newtonStep() {
      int size = gradient.length;
      Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(size, size);
      for (int i = 0; i < size; i++) {
        for (int j = 0; j <= i; j++) {
          matrix.setEntry(i, j, curvature[i][j]);
          matrix.setEntry(j, i, curvature[i][j]);
        }
      }
      return new LUDecomposition(matrix)
          .getSolver()
          .solve(new ArrayRealVector(gradient, false))
          .toArray();
    }
  }
}
