package io.takewithott.benchmarks.baseline;

import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.taste.SnapshotDataModel;
import java.util.Locale;
import org.apache.mahout.cf.taste.common.TasteException;
import org.apache.mahout.cf.taste.impl.model.GenericBooleanPrefDataModel;
import org.apache.mahout.cf.taste.impl.model.GenericDataModel;
import org.apache.mahout.cf.taste.impl.recommender.GenericBooleanPrefItemBasedRecommender;
import org.apache.mahout.cf.taste.impl.recommender.GenericItemBasedRecommender;
import org.apache.mahout.cf.taste.impl.recommender.svd.ALSWRFactorizer;
import org.apache.mahout.cf.taste.impl.recommender.svd.RatingSGDFactorizer;
import org.apache.mahout.cf.taste.impl.recommender.svd.SVDPlusPlusFactorizer;
import org.apache.mahout.cf.taste.impl.recommender.svd.SVDRecommender;
import org.apache.mahout.cf.taste.impl.similarity.LogLikelihoodSimilarity;
import org.apache.mahout.cf.taste.impl.similarity.PearsonCorrelationSimilarity;
import org.apache.mahout.cf.taste.model.DataModel;
import org.apache.mahout.cf.taste.recommender.Recommender;

/** Taste's recommenders. A factorisation is trained by the making of its recommender. */
public enum TasteBaseline {
  ITEM_BASED_LLR("Taste item-based, log-likelihood, boolean", true, false) {
    @Override
    public Recommender over(DataModel data) {
      return new GenericBooleanPrefItemBasedRecommender(data, new LogLikelihoodSimilarity(data));
    }
  },
  ITEM_BASED_PEARSON("Taste item-based, Pearson", true, true) {
    @Override
    public Recommender over(DataModel data) throws TasteException {
      return new GenericItemBasedRecommender(data, new PearsonCorrelationSimilarity(data));
    }
  },
  RATING_SGD("Taste SVD by RatingSGDFactorizer", true, true) {
    @Override
    public Recommender over(DataModel data) throws TasteException {
      return new SVDRecommender(data, new RatingSGDFactorizer(data, 100, 0.01, 0.08, 0.01, 50, 1));
    }
  },
  ALSWR_IMPLICIT("Taste SVD by ALSWRFactorizer, implicit", true, false) {
    @Override
    public Recommender over(DataModel data) throws TasteException {
      return new SVDRecommender(
          data, new ALSWRFactorizer(data, FEATURES, 0.065, ITERATIONS, true, 40));
    }
  },
  ALSWR("Taste SVD by ALSWRFactorizer", false, true) {
    @Override
    public Recommender over(DataModel data) throws TasteException {
      return new SVDRecommender(data, new ALSWRFactorizer(data, FEATURES, 0.065, ITERATIONS));
    }
  },
  SVD_PLUS_PLUS("Taste SVD++", false, true) {
    @Override
    public Recommender over(DataModel data) throws TasteException {
      return new SVDRecommender(data, new SVDPlusPlusFactorizer(data, FEATURES, ITERATIONS));
    }
  };

  private static final int FEATURES = 20;
  private static final int ITERATIONS = 10;

  private final String title;
  private final boolean ranks;
  private final boolean predicts;

  TasteBaseline(String title, boolean ranks, boolean predicts) {
    this.title = title;
    this.ranks = ranks;
    this.predicts = predicts;
  }

  public String title() {
    return title;
  }

  /** As one names it on a command line: item-based-llr. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is measured by its rankings. */
  public boolean ranks() {
    return ranks;
  }

  /** Whether it is measured by its predicted stars. */
  public boolean predicts() {
    return predicts;
  }

  /**
   * Trains what it has to train.
   *
   * @param data of this baseline's own kind, see {@link #data}
   */
  public abstract Recommender over(DataModel data) throws TasteException;

  /** The ratings in Taste's own memory model: with stars, or as a mere set of titles. */
  public DataModel data(RatingsSnapshot ratings) throws TasteException {
    DataModel stars = new SnapshotDataModel(ratings);
    return this == ITEM_BASED_LLR
        ? new GenericBooleanPrefDataModel(GenericBooleanPrefDataModel.toDataMap(stars))
        : new GenericDataModel(GenericDataModel.toDataMap(stars));
  }
}
