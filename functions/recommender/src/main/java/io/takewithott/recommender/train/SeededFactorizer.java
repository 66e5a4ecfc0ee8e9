package io.takewithott.recommender.train;

import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.apache.mahout.cf.taste.common.TasteException;
import org.apache.mahout.cf.taste.impl.recommender.svd.Factorization;
import org.apache.mahout.cf.taste.impl.recommender.svd.RatingSGDFactorizer;
import org.apache.mahout.cf.taste.model.DataModel;

/**
 * Taste's {@link RatingSGDFactorizer}, a biased matrix factorisation by stochastic gradient descent
 * (Koren, Bell, Volinsky, IEEE Computer 2009), with two differences: its start and its order of
 * ratings come from a seed instead of a process-wide generator, and it walks the snapshot's arrays
 * instead of asking the data model for each rating. The steps themselves are Taste's.
 */
final class SeededFactorizer extends RatingSGDFactorizer {
  private static final double NO_DECAY = 1;

  private final RatingsSnapshot ratings;
  private final FactorSettings settings;
  private final Random random;
  private final BooleanSupplier timeIsUp;

  /** Over the snapshot and the data model of the same snapshot. */
  SeededFactorizer(
      RatingsSnapshot ratings,
      DataModel dataModel,
      FactorSettings settings,
      long seed,
      BooleanSupplier timeIsUp)
      throws TasteException {
    super(
        dataModel,
        settings.factors(),
        settings.learningRate(),
        settings.regularisation(),
        settings.noise(),
        settings.iterations(),
        NO_DECAY);
    this.ratings = ratings;
    this.settings = settings;
    this.random = new Random(seed);
    this.timeIsUp = timeIsUp;
  }

  @Override
  public Factorization factorize() {
    prepareTraining();
    int[] users = new int[ratings.size()];
    int[] positions = new int[ratings.size()];
    for (int user = 0; user < ratings.userCount(); user++) {
      for (int k = ratings.begin(user); k < ratings.end(user); k++) {
        users[k] = user;
        positions[k] = k;
      }
    }
    shuffle(positions);
    for (int round = 0; round < settings.iterations() && !timeIsUp.getAsBoolean(); round++) {
      for (int position : positions) {
        updateParameters(
            ratings.userId(users[position]),
            ratings.titleId(ratings.title(position)),
            ratings.halfStars(position) / 2f,
            settings.learningRate());
      }
    }
    return createFactorization(userVectors, itemVectors);
  }

  @Override
  protected void prepareTraining() {
    int width = settings.factors() + FEATURE_OFFSET;
    userVectors = new double[ratings.userCount()][width];
    itemVectors = new double[ratings.titleCount()][width];
    double mean = mean();
    for (double[] vector : userVectors) {
      vector[0] = mean;
      vector[USER_BIAS_INDEX] = 0;
      vector[ITEM_BIAS_INDEX] = 1;
      fillWithNoise(vector);
    }
    for (double[] vector : itemVectors) {
      vector[0] = 1;
      vector[USER_BIAS_INDEX] = 1;
      vector[ITEM_BIAS_INDEX] = 0;
      fillWithNoise(vector);
    }
  }

  /** The mean of all stars, 0 when there are none. */
  double mean() {
    long halves = 0;
    for (int k = 0; k < ratings.size(); k++) {
      halves += ratings.halfStars(k);
    }
    return ratings.size() == 0 ? 0 : halves / 2.0 / ratings.size();
  }

  /** A title's bias. */
  static float bias(double[] itemVector) {
    return (float) itemVector[ITEM_BIAS_INDEX];
  }

  /** A title's factor. */
  static float factor(double[] itemVector, int factor) {
    return (float) itemVector[FEATURE_OFFSET + factor];
  }

  private void fillWithNoise(double[] vector) {
    for (int f = FEATURE_OFFSET; f < vector.length; f++) {
      vector[f] = random.nextGaussian() * settings.noise();
    }
  }

  private void shuffle(int[] positions) {
    for (int i = positions.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = positions[i];
      positions[i] = positions[j];
      positions[j] = swapped;
    }
  }
}
