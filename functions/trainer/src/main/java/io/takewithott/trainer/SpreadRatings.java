package io.takewithott.trainer;

import io.takewithott.recommender.snapshot.PartsPointer;
import io.takewithott.recommender.snapshot.RatingsPart;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.train.Validation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.mllib.recommendation.Rating;
import org.apache.spark.storage.StorageLevel;

/**
 * The ratings, spread over the machines of a cluster. They are read from the bucket once and kept
 * packed; whoever loses some reads them again.
 */
final class SpreadRatings implements AutoCloseable {
  /** With more in one task its working arrays would not fit beside those of the others. */
  private static final long MOST_RATINGS_A_TASK = 12_000_000;

  private static final double MOST_HALF_STARS = 10;

  private final JavaSparkContext spark;
  private final PartsPointer pointer;
  private final long[] catalogue;
  private final Broadcast<long[]> titles;
  private final JavaRDD<PackedPart> packed;

  /**
   * @param catalogue the ids of all titles, ascending; ratings of other titles are left out
   */
  SpreadRatings(JavaSparkContext spark, PartsPointer pointer, PartReader reader, long[] catalogue) {
    this.spark = spark;
    this.pointer = pointer;
    this.catalogue = catalogue;
    this.titles = spark.broadcast(catalogue);
    List<PackedPart> parts = new ArrayList<>();
    int users = 0;
    for (RatingsPart part : pointer.parts()) {
      parts.add(new PackedPart(part, parts.size(), users, new byte[0]));
      users = Math.addExact(users, Math.toIntExact(part.users()));
    }
    this.packed =
        spark
            .parallelize(parts, Math.max(1, tasks()))
            .mapPartitions(reader::read)
            .setName("parts of the ratings")
            .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** As many as work at a time, unless each would have too much to do. */
  private int tasks() {
    long least = (pointer.ratings() + MOST_RATINGS_A_TASK - 1) / MOST_RATINGS_A_TASK;
    return (int) Math.min(pointer.parts().size(), Math.max(least, spark.defaultParallelism()));
  }

  JavaSparkContext spark() {
    return spark;
  }

  PartsPointer pointer() {
    return pointer;
  }

  int titleCount() {
    return catalogue.length;
  }

  /** The ids of all titles, on every machine. */
  Broadcast<long[]> titles() {
    return titles;
  }

  JavaRDD<PackedPart> packed() {
    return packed;
  }

  /** Of each task the ratings of its users, over the titles of the catalogue. */
  JavaRDD<RatingsSnapshot> tasksRatings() {
    Broadcast<long[]> known = titles;
    return packed.mapPartitions(
        parts -> {
          List<RatingsSnapshot> all = new ArrayList<>();
          parts.forEachRemaining(part -> all.add(part.ratings().over(known.value())));
          return List.of(RatingsSnapshot.joined(all)).iterator();
        });
  }

  /** Every rating as ALS takes them: users and titles by their places, the best rating as 1. */
  JavaRDD<Rating> ratings() {
    Broadcast<long[]> known = titles;
    return packed.flatMap(part -> ratings(part, known.value()));
  }

  private static Iterator<Rating> ratings(PackedPart part, long[] catalogue) {
    RatingsSnapshot ratings = part.ratings();
    return new PartRatings(ratings, part.firstUser(), catalogue, MOST_HALF_STARS);
  }

  /** The ratings of the users that validation looks at, here. */
  RatingsSnapshot sample() {
    long size = pointer.ratings();
    Broadcast<long[]> known = titles;
    List<PackedPart> kept = packed.map(part -> sampled(part, size)).collect();
    List<RatingsSnapshot> all = new ArrayList<>();
    kept.forEach(part -> all.add(part.ratings().over(known.value())));
    return RatingsSnapshot.joined(all);
  }

  private static PackedPart sampled(PackedPart part, long size) {
    RatingsSnapshot ratings = part.ratings();
    int[] userAt = new int[ratings.size()];
    for (int user = 0; user < ratings.userCount(); user++) {
      for (int k = ratings.begin(user); k < ratings.end(user); k++) {
        userAt[k] = user;
      }
    }
    RatingsSnapshot some =
        ratings.where(k -> Validation.isSampled((long) part.firstUser() + userAt[k], size));
    return new PackedPart(part.part(), part.place(), part.firstUser(), PartReader.packed(some));
  }

  @Override
  public void close() {
    packed.unpersist(false);
    titles.destroy();
  }
}
