package io.takewithott.trainer;

import io.takewithott.recommender.algebra.SplitMix64;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.stars.StarContest;
import io.takewithott.recommender.stars.StarModel;
import io.takewithott.recommender.stars.StarTraining;
import io.takewithott.recommender.train.Validation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.mllib.recommendation.ALS;
import org.apache.spark.mllib.recommendation.MatrixFactorizationModel;
import org.apache.spark.mllib.recommendation.Rating;
import org.apache.spark.storage.StorageLevel;

/**
 * Predicted stars. Biases, neighbours and the stack are trained on the sample, by the recommender's
 * own code; where the sample is not everything, factors of all ratings by spark-mllib's explicit
 * ALS compete with the sample's, before users that neither has seen.
 */
final class ExplicitAls {
  private static final int WIDTH = 32;
  private static final int ROUNDS = 10;

  /** Times the ratings that a row has. */
  private static final double RIDGE = 0.06;

  /** One in so many of the sampled users judges. */
  private static final int JUDGES_OF = 20;

  private static final float HALF_STARS = 2f;

  private final SpreadRatings ratings;
  private final RatingsSnapshot sample;
  private final long seed;

  ExplicitAls(SpreadRatings ratings, RatingsSnapshot sample, long seed) {
    this.ratings = ratings;
    this.sample = sample;
    this.seed = seed;
  }

  StarModel train(BooleanSupplier timeIsUp) {
    if (sample.size() >= ratings.pointer().ratings()) {
      return StarTraining.train(sample, seed, timeIsUp);
    }
    StarModel own = StarTraining.train(sample.where(position(false)), seed, timeIsUp);
    return timeIsUp.getAsBoolean()
        ? own
        : StarContest.better(own, sample.where(position(true)), factors(own), WIDTH, seed);
  }

  /** The positions of those of the sample's users that judge, or of the others. */
  private IntPredicate position(boolean judges) {
    boolean[] chosen = new boolean[sample.size()];
    for (int user = 0; user < sample.userCount(); user++) {
      boolean judge = judges(sample.userId(user));
      for (int k = sample.begin(user); k < sample.end(user); k++) {
        chosen[k] = judge == judges;
      }
    }
    return k -> chosen[k];
  }

  private static boolean judges(long userId) {
    return Long.remainderUnsigned(SplitMix64.mixed(userId), JUDGES_OF) == 0;
  }

  private float[] factors(StarModel own) {
    long size = ratings.pointer().ratings();
    float ridge = own.userRidge();
    Broadcast<float[]> usual = ratings.spark().broadcast(own.usualStars());
    Broadcast<long[]> known = ratings.titles();
    try {
      MatrixFactorizationModel model =
          new ALS()
              .setRank(WIDTH)
              .setIterations(ROUNDS)
              .setLambda(RIDGE)
              .setBlocks(ratings.spark().defaultParallelism())
              .setSeed(seed)
              .setIntermediateRDDStorageLevel(StorageLevel.MEMORY_AND_DISK())
              .setFinalRDDStorageLevel(StorageLevel.MEMORY_AND_DISK())
              .run(
                  ratings
                      .packed()
                      .flatMap(part -> residuals(part, known.value(), usual.value(), ridge, size))
                      .rdd());
      return ImplicitAls.titleRows(model, ratings.titleCount(), WIDTH);
    } finally {
      usual.destroy();
    }
  }

  /** What the usual stars and a user's bias leave unexplained; of judges nothing. */
  private static Iterator<Rating> residuals(
      PackedPart part, long[] catalogue, float[] usual, float ridge, long size) {
    RatingsSnapshot ratings = part.ratings();
    int[] places = new int[ratings.titleCount()];
    Arrays.setAll(places, title -> Arrays.binarySearch(catalogue, ratings.titleId(title)));
    return IntStream.range(0, ratings.userCount())
        .filter(
            user ->
                !Validation.isSampled((long) part.firstUser() + user, size)
                    || !judges(ratings.userId(user)))
        .boxed()
        .flatMap(user -> residuals(ratings, user, part.firstUser(), places, usual, ridge).stream())
        .iterator();
  }

  private static List<Rating> residuals(
      RatingsSnapshot ratings, int user, int firstUser, int[] places, float[] usual, float ridge) {
    double sum = 0;
    int count = 0;
    for (int k = ratings.begin(user); k < ratings.end(user); k++) {
      int place = places[ratings.title(k)];
      if (place >= 0) {
        sum += ratings.halfStars(k) / HALF_STARS - usual[place];
        count++;
      }
    }
    double bias = sum / Math.max(1, count + ridge);
    List<Rating> residuals = new ArrayList<>(count);
    for (int k = ratings.begin(user); k < ratings.end(user); k++) {
      int place = places[ratings.title(k)];
      if (place >= 0) {
        double residual = ratings.halfStars(k) / HALF_STARS - usual[place] - bias;
        residuals.add(new Rating(firstUser + user, place, residual));
      }
    }
    return residuals;
  }
}
