package io.takewithott.recommender.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.recommender.TwoTastes;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.List;
import java.util.stream.Stream;
import org.apache.mahout.cf.taste.common.NoSuchUserException;
import org.apache.mahout.cf.taste.impl.recommender.GenericItemBasedRecommender;
import org.apache.mahout.cf.taste.impl.recommender.svd.RatingSGDFactorizer;
import org.apache.mahout.cf.taste.impl.recommender.svd.SVDRecommender;
import org.apache.mahout.cf.taste.impl.similarity.LogLikelihoodSimilarity;
import org.apache.mahout.cf.taste.model.DataModel;
import org.apache.mahout.cf.taste.recommender.IDRescorer;
import org.apache.mahout.cf.taste.recommender.RecommendedItem;
import org.apache.mahout.cf.taste.recommender.Recommender;
import org.apache.mahout.common.RandomUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every recommender must do, ours and Taste's own. */
class RecommenderBehaviourTest {
  private static final RatingsSnapshot RATINGS = TwoTastes.ratings();
  private static final HybridModel MODEL = TwoTastes.model();
  private static final DataModel DATA = new SnapshotDataModel(RATINGS);

  @BeforeAll
  static void seedTaste() {
    RandomUtils.useTestSeed();
  }

  static Stream<Recommender> recommenders() throws Exception {
    return Stream.of(
        new HybridRecommender(MODEL, RATINGS),
        new GenericItemBasedRecommender(DATA, new LogLikelihoodSimilarity(DATA)),
        new GenericItemBasedRecommender(DATA, new NeighbourSimilarity(MODEL)),
        new SVDRecommender(DATA, new RatingSGDFactorizer(DATA, 8, 0.01, 0.08, 0.05, 40, 1)));
  }

  /** By value: Taste's own leave the order of equal estimates to chance. */
  @ParameterizedTest
  @MethodSource("recommenders")
  void topFourIsPrefixOfTopTen(Recommender recommender) throws Exception {
    for (long user = 1; user <= 80; user += 9) {
      List<Float> ten = values(recommender.recommend(user, 10));
      assertThat(values(recommender.recommend(user, 4))).isEqualTo(ten.subList(0, 4));
    }
  }

  @ParameterizedTest
  @MethodSource("recommenders")
  void nothingKnownIsRecommended(Recommender recommender) throws Exception {
    for (long user = 1; user <= 80; user += 9) {
      List<Long> ids = ids(recommender.recommend(user, 50));
      for (long id : ids) {
        assertThat(DATA.getPreferenceValue(user, id)).isNull();
      }
      assertThat(ids).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("recommenders")
  void valuesNeverRise(Recommender recommender) throws Exception {
    List<RecommendedItem> items = recommender.recommend(5, 30);
    for (int i = 1; i < items.size(); i++) {
      assertThat(items.get(i).getValue()).isLessThanOrEqualTo(items.get(i - 1).getValue());
    }
  }

  @ParameterizedTest
  @MethodSource("recommenders")
  void estimatesAreWithinTheScale(Recommender recommender) throws Exception {
    for (long user = 1; user <= 80; user += 9) {
      for (RecommendedItem item : recommender.recommend(user, 20)) {
        float stars = recommender.estimatePreference(user, item.getItemID());
        // Taste's SVD does not end at the scale's end.
        assertThat(stars).isBetween(0.5f, 5.25f);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("recommenders")
  void whatTheRescorerFiltersIsLeftOut(Recommender recommender) throws Exception {
    assertThat(ids(recommender.recommend(3, 20, new EvenOnly()))).allMatch(id -> id % 2 == 0);
  }

  @ParameterizedTest
  @MethodSource("recommenders")
  void anUnknownUserIsRefused(Recommender recommender) {
    assertThatThrownBy(() -> recommender.recommend(999, 5)).isInstanceOf(NoSuchUserException.class);
    assertThatThrownBy(() -> recommender.estimatePreference(999, 101))
        .isInstanceOf(NoSuchUserException.class);
  }

  private static List<Long> ids(List<RecommendedItem> items) {
    return items.stream().map(RecommendedItem::getItemID).toList();
  }

  private static List<Float> values(List<RecommendedItem> items) {
    return items.stream().map(RecommendedItem::getValue).toList();
  }

  private static final class EvenOnly implements IDRescorer {
    @Override
    public double rescore(long id, double originalScore) {
      return originalScore;
    }

    @Override
    public boolean isFiltered(long id) {
      return id % 2 != 0;
    }
  }
}
