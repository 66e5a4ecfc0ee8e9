package io.takewithott.trainer;

import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.model.Crowd;
import io.takewithott.recommender.model.ItemNeighbours;
import io.takewithott.recommender.model.ItemWeights;
import io.takewithott.recommender.model.PreferenceFactors;
import io.takewithott.recommender.train.CrowdTraining;
import io.takewithott.recommender.train.PreferenceSettings;
import io.takewithott.recommender.train.RankingSource;
import io.takewithott.recommender.train.TitleCounts;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** The ranking half's view of ratings that are spread over a cluster. */
final class RatingsOnSpark implements RankingSource {
  private static final float MIDDLE_HALF_STARS = 6;

  private final SpreadRatings ratings;
  private final TitleSums sums;
  private final TitleCounts counts;
  private final ImplicitAls als;
  private final HeadMatrices head;

  RatingsOnSpark(
      SpreadRatings ratings, TitleSums sums, DenseAlgebra algebra, int mostDense, ImplicitAls als) {
    this.ratings = ratings;
    this.sums = sums;
    this.counts = TitleCounts.of(sums.counts());
    this.als = als;
    this.head = new HeadMatrices(ratings, counts, algebra, mostDense);
  }

  @Override
  public long size() {
    return counts.size();
  }

  @Override
  public float mean() {
    long all = IntStream.range(0, counts.titleCount()).mapToLong(counts::halfStars).sum();
    return size() == 0 ? MIDDLE_HALF_STARS : (float) ((double) all / size());
  }

  @Override
  public Crowd crowd() {
    return CrowdTraining.of(counts);
  }

  @Override
  public List<ItemWeights> itemWeights(List<Wanted> wanted) {
    return wanted.stream().map(head::weights).toList();
  }

  @Override
  public ItemNeighbours walk(double beta) {
    return new SpreadWalk(ratings, sums.walked()).train(beta);
  }

  @Override
  public PreferenceFactors preferences(PreferenceSettings settings, BooleanSupplier timeIsUp) {
    if (timeIsUp.getAsBoolean() || size() == 0) {
      return ImplicitAls.nothing(counts.titleCount(), settings);
    }
    long users = ratings.pointer().parts().stream().mapToLong(part -> part.users()).sum();
    return als.train(ratings.ratings(), counts.titleCount(), size(), users, settings);
  }
}
