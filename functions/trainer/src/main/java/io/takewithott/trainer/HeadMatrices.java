package io.takewithott.trainer;

import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.algebra.SquareMatrix;
import io.takewithott.recommender.model.ItemWeights;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.train.Head;
import io.takewithott.recommender.train.ItemWeightSums;
import io.takewithott.recommender.train.ItemWeightTraining;
import io.takewithott.recommender.train.RankingSource.Wanted;
import io.takewithott.recommender.train.TitleCounts;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * Item weights over the head of the catalogue in closed form. Each task sums up what its users add
 * to the matrices, row by row; rows are added up in fixed point; the inverse is the driver's, by
 * the very code that one machine uses.
 */
final class HeadMatrices {
  private final SpreadRatings ratings;
  private final TitleCounts counts;
  private final DenseAlgebra algebra;
  private final int mostDense;

  HeadMatrices(SpreadRatings ratings, TitleCounts counts, DenseAlgebra algebra, int mostDense) {
    this.ratings = ratings;
    this.counts = counts;
    this.algebra = algebra;
    this.mostDense = mostDense;
  }

  ItemWeights weights(Wanted wanted) {
    Head head = Head.of(counts, mostDense, wanted.settings());
    int size = head.titles().length;
    Broadcast<SharedHead> shared =
        ratings.spark().broadcast(new SharedHead(counts.numbers(), head, wanted));
    try {
      SquareMatrix gram = summed(size, shared, true);
      return ItemWeightTraining.solved(
          algebra,
          gram,
          () -> summed(size, shared, false),
          head,
          ratings.titleCount(),
          wanted.reading(),
          wanted.settings());
    } finally {
      shared.destroy();
    }
  }

  /** XᵀX, or XᵀY, over all users. */
  private SquareMatrix summed(int size, Broadcast<SharedHead> shared, boolean gram) {
    JavaPairRDD<Integer, float[]> rows =
        ratings
            .tasksRatings()
            .flatMapToPair(users -> rows(users, shared.value(), gram))
            .combineByKey(
                row -> row,
                HeadMatrices::added,
                HeadMatrices::added,
                new HashPartitioner(ratings.packed().getNumPartitions() * 2),
                false,
                null)
            .mapValues(HeadMatrices::floats);
    SquareMatrix matrix = new SquareMatrix(size);
    int batch = Math.max(1, ratings.spark().defaultParallelism());
    for (int from = 0; from < rows.getNumPartitions(); from += batch) {
      int[] some = IntStream.range(from, Math.min(rows.getNumPartitions(), from + batch)).toArray();
      for (List<Tuple2<Integer, float[]>> partition : rows.collectPartitions(some)) {
        partition.forEach(row -> put(matrix, row._1(), row._2(), gram));
      }
    }
    return matrix;
  }

  /** Of a symmetric matrix only what lies from the diagonal on is sent. */
  private static void put(SquareMatrix matrix, int row, float[] values, boolean symmetric) {
    int first = matrix.size() - values.length;
    for (int i = 0; i < values.length; i++) {
      matrix.set(row, first + i, values[i]);
      if (symmetric) {
        matrix.set(first + i, row, values[i]);
      }
    }
  }

  private static Iterator<Tuple2<Integer, long[]>> rows(
      RatingsSnapshot users, SharedHead shared, boolean gram) {
    ItemWeightSums sums =
        ItemWeightSums.of(
            DenseAlgebra.fastest(),
            users,
            TitleCounts.of(shared.counts()),
            shared.head(),
            shared.wanted().reading(),
            shared.wanted().settings());
    SquareMatrix matrix = gram ? sums.gram() : sums.cross();
    IntFunction<Tuple2<Integer, long[]>> row =
        place -> new Tuple2<>(place, units(matrix, place, gram ? place : 0));
    return IntStream.range(0, matrix.size()).mapToObj(row).iterator();
  }

  private static long[] units(SquareMatrix matrix, int row, int from) {
    long[] units = new long[matrix.size() - from];
    int at = matrix.rowStart(row) + from;
    for (int i = 0; i < units.length; i++) {
      units[i] = FixedPoint.of(matrix.values()[at + i]);
    }
    return units;
  }

  private static long[] added(long[] into, long[] more) {
    for (int i = 0; i < into.length; i++) {
      into[i] += more[i];
    }
    return into;
  }

  private static float[] floats(long[] units) {
    float[] values = new float[units.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) FixedPoint.value(units[i]);
    }
    return values;
  }
}
