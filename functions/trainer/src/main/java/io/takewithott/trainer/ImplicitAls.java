package io.takewithott.trainer;

import io.takewithott.recommender.model.PreferenceFactors;
import io.takewithott.recommender.snapshot.RatingsByTitle;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.train.PreferenceFitting;
import io.takewithott.recommender.train.PreferenceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.recommendation.ALS;
import org.apache.spark.mllib.recommendation.MatrixFactorizationModel;
import org.apache.spark.mllib.recommendation.Rating;
import org.apache.spark.storage.StorageLevel;

/**
 * Factors of preference by spark-mllib's implicit ALS, for a model as well as for the folds that
 * validation decides on. Spark weighs the ridge by how many ratings a row has (Zhou et al.:
 * Large-scale Parallel Collaborative Filtering for the Netflix Prize, AAIM 2008), where one machine
 * has the same for all: the ridge asked for is that of a user with as many as the average one.
 */
final class ImplicitAls implements PreferenceFitting {
  private final JavaSparkContext spark;
  private final long seed;

  ImplicitAls(JavaSparkContext spark, long seed) {
    this.spark = spark;
    this.seed = seed;
  }

  @Override
  public PreferenceFactors train(
      RatingsSnapshot ratings,
      RatingsByTitle byTitle,
      PreferenceSettings settings,
      BooleanSupplier timeIsUp) {
    if (timeIsUp.getAsBoolean() || ratings.size() == 0) {
      return nothing(ratings.titleCount(), settings);
    }
    List<Rating> all = new ArrayList<>(ratings.size());
    for (int user = 0; user < ratings.userCount(); user++) {
      for (int k = ratings.begin(user); k < ratings.end(user); k++) {
        all.add(new Rating(user, ratings.title(k), ratings.halfStars(k) / 10.0));
      }
    }
    JavaRDD<Rating> spread = spark.parallelize(all, spark.defaultParallelism());
    return train(spread, ratings.titleCount(), ratings.size(), ratings.userCount(), settings);
  }

  PreferenceFactors train(
      JavaRDD<Rating> ratings, int titles, long size, long users, PreferenceSettings settings) {
    double ratingsAUser = Math.max(1, (double) size / Math.max(1, users));
    MatrixFactorizationModel model =
        new ALS()
            .setImplicitPrefs(true)
            .setRank(settings.width())
            .setIterations(settings.rounds())
            .setAlpha(settings.certainty())
            .setLambda(settings.ridge() / ratingsAUser)
            .setBlocks(spark.defaultParallelism())
            .setSeed(seed)
            .setIntermediateRDDStorageLevel(StorageLevel.MEMORY_AND_DISK())
            .setFinalRDDStorageLevel(StorageLevel.MEMORY_AND_DISK())
            .run(ratings.rdd());
    return factors(titleRows(model, titles, settings.width()), settings);
  }

  /** The titles' half of what ALS found, one title after the other; its own copies are let go. */
  static float[] titleRows(MatrixFactorizationModel model, int titles, int width) {
    float[] rows = new float[Math.multiplyExact(titles, width)];
    model
        .productFeatures()
        .toJavaRDD()
        .collect()
        .forEach(
            row -> {
              int at = (Integer) row._1() * width;
              for (int f = 0; f < width; f++) {
                rows[at + f] = (float) row._2()[f];
              }
            });
    model.userFeatures().unpersist(false);
    model.productFeatures().unpersist(false);
    return rows;
  }

  static PreferenceFactors nothing(int titles, PreferenceSettings settings) {
    return factors(new float[Math.multiplyExact(titles, settings.width())], settings);
  }

  private static PreferenceFactors factors(float[] rows, PreferenceSettings settings) {
    return new PreferenceFactors(
        settings.width(), (float) settings.certainty(), (float) settings.ridge(), rows);
  }
}
