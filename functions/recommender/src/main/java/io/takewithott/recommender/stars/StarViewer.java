package io.takewithott.recommender.stars;

/**
 * A model of stars with one user folded in. The baseline, the factors' and the neighbours' part of
 * a title add up to its predicted stars before these are held within the scale.
 */
public final class StarViewer {
  private final StarModel model;
  private final double bias;
  private final float[] factors;
  private final float[] neighbours;
  private final double count;

  StarViewer(StarModel model, double bias, float[] factors, float[] neighbours, double count) {
    this.model = model;
    this.bias = bias;
    this.factors = factors;
    this.neighbours = neighbours;
    this.count = count;
  }

  /** The stars that the user is predicted to give, within the scale. */
  public double stars(int title) {
    Stack.Input input = model.input(this, title);
    double stars =
        baseline(title, input) + model.stack().factors(input) + model.stack().neighbours(input);
    return Math.max(StarModel.LEAST, Math.min(StarModel.MOST, stars));
  }

  /** By how many stars the prediction is expected to be off: its standard deviation. */
  public double deviation(int title) {
    return model.doubt().deviation(model.input(this, title));
  }

  /** What is expected without regard to the user's taste. */
  public double baseline(int title) {
    return baseline(title, model.input(this, title));
  }

  private double baseline(int title, Stack.Input input) {
    return model.baseline().stars(title) + bias + model.stack().level(input);
  }

  /** What the factors add to the baseline. */
  public double svd(int title) {
    return model.stack().factors(model.input(this, title));
  }

  /** What the neighbours add to the baseline. */
  public double knn(int title) {
    return model.stack().neighbours(model.input(this, title));
  }

  double bias() {
    return bias;
  }

  float[] factors() {
    return factors;
  }

  double neighbours(int title) {
    return neighbours[title];
  }

  double count() {
    return count;
  }
}
