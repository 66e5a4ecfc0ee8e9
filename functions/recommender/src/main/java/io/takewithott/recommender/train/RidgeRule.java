package io.takewithott.recommender.train;

/** The ridge on the weights from a title: its entry of Λ. */
interface RidgeRule {
  /**
   * @param own the sum of the squares of the title's inputs
   * @param bound on the largest eigenvalue of all titles' XᵀX
   */
  double of(double own, double bound);
}
