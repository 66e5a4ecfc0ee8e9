package io.takewithott.recommender.stars;

import io.takewithott.recommender.algebra.Columns;
import io.takewithott.recommender.stars.Clues.Traits;
import java.util.Arrays;

/**
 * Predicts stars for anybody by what they have rated. Immutable; it knows titles and no users. Safe
 * for any number of threads.
 */
public final class StarModel {
  public static final float LEAST = 0.5f;
  public static final float MOST = 5f;

  private final Baseline baseline;
  private final FactorModel factors;
  private final Columns expected;
  private final ResidualNeighbours neighbours;
  private final Stack stack;
  private final Doubt doubt;
  private final int[] raters;
  private final CountFeatures titleCounts;
  private final Traits[] titleTraits;

  /**
   * @param raters how many users rated each title
   */
  StarModel(
      Baseline baseline,
      FactorModel factors,
      ResidualNeighbours neighbours,
      Stack stack,
      Doubt doubt,
      int[] raters,
      CountFeatures titleCounts) {
    int titles = raters.length;
    boolean sameTitles =
        baseline.titleBias().length == titles
            && baseline.steadiness().length == titles
            && factors.rated().length == (long) titles * factors.common().length
            && neighbours.offsets().length == titles + 1;
    if (!sameTitles) {
      throw new IllegalArgumentException("The parts of a model of stars must know the same titles");
    }
    this.baseline = baseline;
    this.factors = factors;
    this.expected = Columns.ofRows(factors.expected(), factors.common().length);
    this.neighbours = neighbours;
    this.stack = stack;
    this.doubt = doubt;
    this.raters = raters.clone();
    this.titleCounts = titleCounts;
    this.titleTraits = new Traits[titles];
    Arrays.setAll(
        titleTraits,
        title ->
            new Traits(
                baseline.titleBias()[title],
                titleCounts.value(0, raters[title]),
                Math.log(baseline.steadiness()[title])));
  }

  /** A model that knows nothing: the middle of the scale for everybody and every title. */
  public static StarModel unknowing(int titles) {
    float[] reliable = new float[titles];
    Arrays.fill(reliable, 1f);
    CountFeatures counts = new CountFeatures(0, 1);
    return new StarModel(
        new Baseline(Ratings.MIDDLE_STARS, new float[titles], 1f, 1f, reliable),
        new FactorModel(
            1,
            Ratings.MIDDLE_STARS,
            counts,
            new float[titles],
            new float[titles],
            new float[titles + CountFeatures.COUNT],
            new float[1],
            new float[] {1},
            new float[] {1}),
        new ResidualNeighbours(new int[titles + 1], new int[0], new float[0]),
        Stack.BASELINE,
        new Doubt(new float[Doubt.SIZE]),
        new int[titles],
        counts);
  }

  public int titleCount() {
    return raters.length;
  }

  /**
   * Finds what is peculiar to a user, in time linear in the length of their history.
   *
   * @param titles what they rated
   * @param stars how they rated it
   * @param weights how much each rating counts, 1 for an ordinary one
   */
  public StarViewer foldIn(int[] titles, float[] stars, float[] weights) {
    double bias = baseline.userBias(titles, stars, weights);
    float[] residuals = new float[titles.length];
    for (int k = 0; k < titles.length; k++) {
      residuals[k] = (float) (stars[k] - baseline.stars(titles[k]) - bias);
    }
    double steadiness = baseline.userSteadiness(residuals, weights);
    float[] reliable = baseline.reliable(titles, weights, steadiness);
    Traits traits =
        new Traits(bias, factors.counts().value(0, titles.length), Math.log(steadiness));
    return new StarViewer(
        this,
        traits,
        factors.foldIn(titles, stars, reliable),
        neighbours.foldIn(titles, residuals, weights));
  }

  /** What the average user gives each title. */
  public float[] usualStars() {
    float[] stars = new float[titleCount()];
    for (int title = 0; title < stars.length; title++) {
      stars[title] = (float) baseline.stars(title);
    }
    return stars;
  }

  /** As if everybody had rated so many titles more just as the average user would. */
  public float userRidge() {
    return baseline.userRidge();
  }

  /** What is known about one prediction. */
  Clues clues(StarViewer viewer, int title) {
    double expected = baseline.stars(title) + viewer.traits().bias();
    return new Clues(
        factors.stars(viewer.factors(), title) - expected,
        viewer.neighbours(title),
        viewer.traits(),
        titleTraits(title),
        isCold(title));
  }

  /** The factors' word about every title, before the user's constant is added. */
  float[] factorWords(float[] own) {
    return expected.times(factors.slope(own));
  }

  Traits titleTraits(int title) {
    return titleTraits[title];
  }

  boolean isCold(int title) {
    return raters[title] == 0;
  }

  static double withinScale(double stars) {
    return Math.max(LEAST, Math.min(MOST, stars));
  }

  StarModel with(Stack otherStack, Doubt otherDoubt) {
    return new StarModel(
        baseline, factors, neighbours, otherStack, otherDoubt, raters, titleCounts);
  }

  Baseline baseline() {
    return baseline;
  }

  FactorModel factors() {
    return factors;
  }

  ResidualNeighbours neighbours() {
    return neighbours;
  }

  Stack stack() {
    return stack;
  }

  Doubt doubt() {
    return doubt;
  }

  int[] raters() {
    return raters;
  }

  CountFeatures titleCounts() {
    return titleCounts;
  }
}
