package io.takewithott.recommender.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.recommender.TwoTastes;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import org.apache.mahout.cf.taste.common.NoSuchUserException;
import org.apache.mahout.cf.taste.common.TasteException;
import org.apache.mahout.cf.taste.impl.neighborhood.NearestNUserNeighborhood;
import org.apache.mahout.cf.taste.impl.recommender.GenericItemBasedRecommender;
import org.apache.mahout.cf.taste.impl.recommender.GenericUserBasedRecommender;
import org.apache.mahout.cf.taste.impl.recommender.svd.RatingSGDFactorizer;
import org.apache.mahout.cf.taste.impl.recommender.svd.SVDRecommender;
import org.apache.mahout.cf.taste.impl.similarity.LogLikelihoodSimilarity;
import org.apache.mahout.cf.taste.model.DataModel;
import org.apache.mahout.cf.taste.recommender.Recommender;
import org.apache.mahout.cf.taste.similarity.UserSimilarity;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The recommenders that the suite is run for: ours, and Taste's over our data model. */
class RecommenderBehaviourTest {
  @Nested
  class Hybrid extends RecommenderBehaviour {
    Hybrid() throws Exception {}

    @Override
    Recommender over(RatingsSnapshot ratings, long[] catalogue) {
      return new HybridRecommender(TwoTastes.trainer().train(ratings, catalogue), ratings);
    }
  }

  @Nested
  class TasteItemBased extends RecommenderBehaviour {
    TasteItemBased() throws Exception {}

    @Override
    Recommender over(RatingsSnapshot ratings, long[] catalogue) {
      DataModel data = new SnapshotDataModel(ratings);
      return new GenericItemBasedRecommender(data, new LogLikelihoodSimilarity(data));
    }
  }

  @Nested
  class TasteItemBasedOnOurNeighbours extends RecommenderBehaviour {
    TasteItemBasedOnOurNeighbours() throws Exception {}

    @Override
    Recommender over(RatingsSnapshot ratings, long[] catalogue) {
      return new GenericItemBasedRecommender(
          new SnapshotDataModel(ratings),
          new NeighbourSimilarity(TwoTastes.trainer().train(ratings, catalogue)));
    }
  }

  @Nested
  class TasteUserBased extends RecommenderBehaviour {
    TasteUserBased() throws Exception {}

    @Override
    Recommender over(RatingsSnapshot ratings, long[] catalogue) throws TasteException {
      DataModel data = new SnapshotDataModel(ratings);
      UserSimilarity similarity = new LogLikelihoodSimilarity(data);
      return new GenericUserBasedRecommender(
          data, new NearestNUserNeighborhood(20, similarity, data), similarity);
    }

    /** Taste's neighbourhood passes over users that it cannot compare, and is then empty. */
    @Test
    @Override
    void anUnknownUserIsRefused() throws Exception {
      assertThat(recommender.recommend(999, 5)).isEmpty();
      assertThatThrownBy(() -> recommender.estimatePreference(999, 101))
          .isInstanceOf(NoSuchUserException.class);
    }
  }

  @Nested
  class TasteSvd extends RecommenderBehaviour {
    TasteSvd() throws Exception {}

    @Override
    Recommender over(RatingsSnapshot ratings, long[] catalogue) throws TasteException {
      DataModel data = new SnapshotDataModel(ratings);
      return new SVDRecommender(data, new RatingSGDFactorizer(data, 8, 0.01, 0.08, 0.05, 40, 1));
    }
  }
}
