package io.takewithott.trainer;

import io.takewithott.recommender.model.ItemNeighbours;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.train.NeighbourTraining;
import io.takewithott.recommender.train.Strongest;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * The random walk over raters ({@link NeighbourTraining}) as a sparse item-item model whose memory
 * grows with the catalogue and not with its square: each task walks from every title by way of its
 * own users and sends the strongest ends alone; these are added up, and of the sums the strongest
 * are kept. A title among the strongest of all but among those of no single task is not seen; with
 * ten times as many sent as are kept, none is.
 */
final class SpreadWalk {
  static final int MOST_SENT = 10 * NeighbourTraining.MOST_NEIGHBOURS;

  /** Chances over powers of popularity are small, and the weakest neighbours' smaller. */
  private static final double FINER = 1L << 24;

  private final SpreadRatings ratings;
  private final long[] walkedHalfStars;

  SpreadWalk(SpreadRatings ratings, long[] walkedHalfStars) {
    this.ratings = ratings;
    this.walkedHalfStars = walkedHalfStars;
  }

  ItemNeighbours train(double beta) {
    Broadcast<long[]> shared = ratings.spark().broadcast(walkedHalfStars);
    int[][] neighbours = new int[ratings.titleCount()][0];
    float[][] weights = new float[ratings.titleCount()][0];
    try {
      ratings
          .tasksRatings()
          .flatMapToPair(users -> ends(users, shared.value(), beta))
          .combineByKey(
              row -> row,
              SparseRow::plus,
              SparseRow::plus,
              new HashPartitioner(ratings.packed().getNumPartitions() * 2),
              false,
              null)
          .mapValues(row -> row.strongest(NeighbourTraining.MOST_NEIGHBOURS))
          .collect()
          .forEach(
              row -> {
                neighbours[row._1()] = row._2().places();
                weights[row._1()] = row._2().values(FINER);
              });
      return ItemNeighbours.ofRows(neighbours, weights);
    } finally {
      shared.destroy();
    }
  }

  private static Iterator<Tuple2<Integer, SparseRow>> ends(
      RatingsSnapshot users, long[] walked, double beta) {
    NeighbourTraining walk = new NeighbourTraining(users);
    double[] penalty = new double[walked.length];
    for (int title = 0; title < penalty.length; title++) {
      penalty[title] = NeighbourTraining.penalty(NeighbourTraining.mass(walked[title]), beta);
    }
    return IntStream.range(0, walked.length)
        .filter(title -> walk.walkedHalfStars(title) > 0)
        .mapToObj(title -> new Tuple2<>(title, row(walk, title, walked[title], penalty)))
        .iterator();
  }

  private static SparseRow row(NeighbourTraining walk, int title, long walked, double[] penalty) {
    double[] sums = new double[penalty.length];
    walk.walk(title, NeighbourTraining.mass(walked), sums);
    float[] row = new float[sums.length];
    for (int other = 0; other < row.length; other++) {
      row[other] = (float) (sums[other] * penalty[other]);
    }
    row[title] = 0;
    int[] sent = Strongest.of(row, MOST_SENT);
    long[] units = new long[sent.length];
    for (int i = 0; i < units.length; i++) {
      units[i] = FixedPoint.of(row[sent[i]] * FINER);
    }
    return new SparseRow(sent, units);
  }
}
