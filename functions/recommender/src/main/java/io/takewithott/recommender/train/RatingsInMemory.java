package io.takewithott.recommender.train;

import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.model.Crowd;
import io.takewithott.recommender.model.ItemNeighbours;
import io.takewithott.recommender.model.ItemWeights;
import io.takewithott.recommender.model.PreferenceFactors;
import io.takewithott.recommender.snapshot.RatingsByTitle;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.List;
import java.util.function.BooleanSupplier;

/** All ratings on this machine. */
final class RatingsInMemory implements RankingSource {
  private static final float MIDDLE_HALF_STARS = 6;

  private final RatingsSnapshot ratings;
  private final RatingsByTitle byTitle;
  private final PreferenceFitting fitting;
  private final DenseAlgebra algebra;
  private final int mostDense;

  /**
   * @param mostDense titles in the dense matrices
   */
  RatingsInMemory(
      RatingsSnapshot ratings, DenseAlgebra algebra, int mostDense, PreferenceFitting fitting) {
    this.ratings = ratings;
    this.byTitle = RatingsByTitle.of(ratings);
    this.fitting = fitting;
    this.algebra = algebra;
    this.mostDense = mostDense;
  }

  @Override
  public long size() {
    return ratings.size();
  }

  @Override
  public float mean() {
    long sum = 0;
    for (int k = 0; k < ratings.size(); k++) {
      sum += ratings.halfStars(k);
    }
    return ratings.size() == 0 ? MIDDLE_HALF_STARS : (float) ((double) sum / ratings.size());
  }

  @Override
  public Crowd crowd() {
    return CrowdTraining.of(TitleCounts.of(byTitle));
  }

  @Override
  public List<ItemWeights> itemWeights(List<Wanted> wanted) {
    ItemWeightTraining items =
        new ItemWeightTraining(algebra, new DenseRatings(ratings, byTitle, mostDense));
    return wanted.stream().map(each -> items.train(each.reading(), each.settings())).toList();
  }

  @Override
  public ItemNeighbours walk(double beta) {
    return new NeighbourTraining(ratings, byTitle).train(beta);
  }

  @Override
  public PreferenceFactors preferences(PreferenceSettings settings, BooleanSupplier timeIsUp) {
    return fitting.train(ratings, byTitle, settings, timeIsUp);
  }
}
