package io.takewithott.recommender.stars;

/**
 * A held-out rating: what a model that had not seen it knew, and what it was.
 *
 * @param baseline what was expected without regard to taste
 */
record Case(Clues clues, double baseline, double stars) {
  /** What is left to explain. */
  double residual() {
    return stars - baseline;
  }

  /** How far off the stack is, within the scale. */
  double error(Stack stack) {
    return stars - StarModel.withinScale(baseline + stack.parts(clues).sum());
  }
}
