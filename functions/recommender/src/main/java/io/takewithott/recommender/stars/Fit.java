package io.takewithott.recommender.stars;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How well the parts and the stack predict the ratings that were held out, for the log. */
record Fit(List<Case> cases, Stack stack, Doubt doubt) {
  Fit {
    cases = List.copyOf(cases);
  }

  double rmse(Stack other) {
    double sum = 0;
    for (Case one : cases) {
      sum += one.error(other) * one.error(other);
    }
    return cases.isEmpty() ? 0 : Math.sqrt(sum / cases.size());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d held-out ratings, RMSE in stars: baseline %.4f, factors %.4f, stack %.4f; %s; %s",
        cases.size(),
        rmse(Stack.BASELINE),
        rmse(Stack.FACTORS),
        rmse(stack),
        Arrays.toString(stack.coefficients()),
        Arrays.toString(doubt.coefficients()));
  }
}
