package io.takewithott.recommender.stars;

/**
 * A held-out rating: what a model that had not seen it knew, and what it was.
 *
 * @param baseline what was expected without regard to taste
 */
record Case(Stack.Input input, double baseline, double stars) {
  /** What is left to explain. */
  double residual() {
    return stars - baseline;
  }

  /** How far off the stack is, within the scale. */
  double error(Stack stack) {
    double predicted =
        baseline + stack.level(input) + stack.factors(input) + stack.neighbours(input);
    return stars - Math.max(StarModel.LEAST, Math.min(StarModel.MOST, predicted));
  }
}
