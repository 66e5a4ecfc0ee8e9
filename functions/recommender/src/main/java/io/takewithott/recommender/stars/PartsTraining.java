package io.takewithott.recommender.stars;

import io.takewithott.recommender.algebra.DenseAlgebra;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** Trains the parts of a model of stars; how they count is left to the stack. */
final class PartsTraining {
  private final DenseAlgebra algebra;
  private final Ratings ratings;
  private final long seed;
  private final Biases biases;
  private final ResidualNeighbours neighbours;

  PartsTraining(DenseAlgebra algebra, Ratings ratings, long seed) {
    this.algebra = algebra;
    this.ratings = ratings;
    this.seed = seed;
    this.biases = new Biases(ratings);
    this.neighbours = new ResidualNeighbourTraining(ratings, biases).train();
  }

  Incidence users() {
    return ratings.byUser();
  }

  StarModel train(FactorSettings settings, BooleanSupplier timeIsUp) {
    int[] raters = new int[ratings.byTitle().rows()];
    Arrays.setAll(raters, ratings.byTitle()::count);
    Baseline baseline =
        new Baseline(
            ratings.mean(),
            biases.ofTitles(),
            biases.userRidge(),
            (float) biases.noiseVariance(),
            biases.steadinessOfTitles());
    return new StarModel(
        baseline,
        new FactorTraining(algebra, ratings, biases, settings, seed).train(timeIsUp),
        neighbours,
        Stack.FACTORS,
        new Doubt(new float[Doubt.SIZE]),
        raters,
        CountFeatures.of(ratings.byTitle()));
  }
}
