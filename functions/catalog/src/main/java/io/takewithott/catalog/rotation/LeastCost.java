package io.takewithott.catalog.rotation;

import java.util.Arrays;

/**
 * What seeing so many of what is left costs at least. A month of a service shows no more titles
 * than can be seen in a month, and no more than it has, so each title costs at least that part of
 * the price, on the service where that is least.
 */
final class LeastCost {
  private static final double ROUNDING = 1e-6;

  private final RotationProblem problem;

  LeastCost(RotationProblem problem) {
    this.problem = problem;
  }

  long of(int[] left, int seen) {
    double[] parts = parts(left);
    int total = Arrays.stream(left).sum();
    double[] titles = new double[total];
    int at = 0;
    for (int k = 0; k < left.length; k++) {
      double least = Double.MAX_VALUE;
      for (int service = 0; service < parts.length; service++) {
        boolean there = (problem.masks()[k] >> service & 1) == 1;
        least = there ? Math.min(least, parts[service]) : least;
      }
      Arrays.fill(titles, at, at + left[k], least);
      at += left[k];
    }
    Arrays.sort(titles);
    double sum = 0;
    for (int i = 0; i < seen; i++) {
      sum += titles[i];
    }
    return (long) Math.ceil(sum - ROUNDING);
  }

  private double[] parts(int[] left) {
    double[] parts = new double[problem.prices().length];
    for (int service = 0; service < parts.length; service++) {
      int titles = 0;
      for (int k = 0; k < left.length; k++) {
        titles += (problem.masks()[k] >> service & 1) * left[k];
      }
      parts[service] =
          (double) problem.prices()[service]
              / Math.max(1, Math.min(titles, problem.titlesAMonth()));
    }
    return parts;
  }
}
