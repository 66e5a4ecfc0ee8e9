package io.takewithott.recommender.stars;

import io.takewithott.recommender.stars.Clues.Traits;

/**
 * A model of stars with one user folded in. The baseline, the factors' and the neighbours' part of
 * a title add up to its predicted stars before these are held within the scale.
 */
public final class StarViewer {
  private final StarModel model;
  private final Traits traits;
  private final float[] factors;
  private final float[] neighbours;

  StarViewer(StarModel model, Traits traits, float[] factors, float[] neighbours) {
    this.model = model;
    this.traits = traits;
    this.factors = factors;
    this.neighbours = neighbours;
  }

  /** The stars that the user is predicted to give, within the scale. */
  public double stars(int title) {
    return StarModel.withinScale(expected(title) + parts(title).sum());
  }

  /** The stars of every title at once. */
  public float[] stars() {
    UserStack stack = new UserStack(model.stack(), traits);
    float[] stars = model.factorWords(factors);
    double constant = model.factors().constant(factors);
    for (int title = 0; title < stars.length; title++) {
      double expected = expected(title);
      double word = constant + stars[title] - expected;
      double parts =
          stack.sum(word, neighbours[title], model.titleTraits(title), model.isCold(title));
      stars[title] = (float) StarModel.withinScale(expected + parts);
    }
    return stars;
  }

  /** By how many stars the prediction is expected to be off: its standard deviation. */
  public double deviation(int title) {
    return Math.sqrt(model.doubt().variance(model.clues(this, title)));
  }

  /** What is expected without regard to the user's taste. */
  public double baseline(int title) {
    return expected(title) + parts(title).level();
  }

  /** What the factors add to the baseline. */
  public double svd(int title) {
    return parts(title).factors();
  }

  /** What the neighbours add to the baseline. */
  public double knn(int title) {
    return parts(title).neighbours();
  }

  private double expected(int title) {
    return model.baseline().stars(title) + traits.bias();
  }

  private Stack.Parts parts(int title) {
    return model.stack().parts(model.clues(this, title));
  }

  Traits traits() {
    return traits;
  }

  float[] factors() {
    return factors;
  }

  double neighbours(int title) {
    return neighbours[title];
  }
}
