package io.takewithott.recommender.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.recommender.TwoTastes;
import io.takewithott.recommender.model.HybridModel;
import org.apache.mahout.cf.taste.common.NoSuchItemException;
import org.apache.mahout.cf.taste.recommender.IDRescorer;
import org.apache.mahout.cf.taste.recommender.RecommendedItem;
import org.junit.jupiter.api.Test;

class HybridRecommenderTest {
  private static final HybridModel MODEL = TwoTastes.model();

  private final HybridRecommender recommender = new HybridRecommender(MODEL, TwoTastes.ratings());

  @Test
  void bothTastesGetTheirOwn() throws Exception {
    assertThat(recommender.recommend(1, 10))
        .allSatisfy(item -> assertThat(item.getItemID()).isBetween(101L, 140L));
    assertThat(recommender.recommend(80, 10))
        .allSatisfy(item -> assertThat(item.getItemID()).isBetween(141L, 180L));
  }

  @Test
  void topFourIsPrefixOfTopTenTitleByTitle() throws Exception {
    assertThat(recommender.recommend(7, 10).subList(0, 4)).isEqualTo(recommender.recommend(7, 4));
  }

  @Test
  void everyTitleOfTheCatalogueIsACandidate() throws Exception {
    int rated = recommender.getDataModel().getPreferencesFromUser(1).length();

    assertThat(recommender.recommend(1, 500)).hasSize(82 - rated);
    assertThat(recommender.recommend(1, 500, true)).hasSize(82);
  }

  @Test
  void theRescorerOrders() throws Exception {
    IDRescorer lowestIdFirst =
        new IDRescorer() {
          @Override
          public double rescore(long id, double originalScore) {
            return -id;
          }

          @Override
          public boolean isFiltered(long id) {
            return false;
          }
        };

    assertThat(recommender.recommend(1, 82, lowestIdFirst))
        .extracting(RecommendedItem::getItemID)
        .isSorted();
  }

  @Test
  void aRatedTitleIsEstimatedAsRated() throws Exception {
    long rated = recommender.getDataModel().getPreferencesFromUser(1).getItemID(0);

    assertThat(recommender.estimatePreference(1, rated))
        .isEqualTo(recommender.getDataModel().getPreferenceValue(1, rated));
  }

  @Test
  void whatIsNotInTheCatalogueIsRefused() {
    assertThatThrownBy(() -> recommender.estimatePreference(1, 5))
        .isInstanceOf(NoSuchItemException.class);
  }

  @Test
  void preferencesAreSetInTheDatabase() {
    assertThatThrownBy(() -> recommender.setPreference(1, 101, 5f))
        .hasMessage("The model is immutable; rate in the database");
    assertThatThrownBy(() -> recommender.removePreference(1, 101))
        .hasMessage("The model is immutable; rate in the database");
  }
}
