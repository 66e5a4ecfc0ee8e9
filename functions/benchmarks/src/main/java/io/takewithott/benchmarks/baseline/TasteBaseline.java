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
  ITEM_BASED_LLR("Taste item-based, log-likelihood, boolean", 0, true, false) {
    @Override
    public Recommender over(DataModel data, int rounds) {
      return new GenericBooleanPrefItemBasedRecommender(data, new LogLikelihoodSimilarity(data));
    }
  },
  ITEM_BASED_PEARSON("Taste item-based, Pearson", 0, true, true) {
    @Override
    public Recommender over(DataModel data, int rounds) throws TasteException {
      return new GenericItemBasedRecommender(data, new PearsonCorrelationSimilarity(data));
    }
  },
  RATING_SGD("Taste SVD by RatingSGDFactorizer", 50, true, true) {
    @Override
    public Recommender over(DataModel data, int rounds) throws TasteException {
      return new SVDRecommender(
          data, new RatingSGDFactorizer(data, 100, 0.01, 0.08, 0.01, rounds, 1));
    }
  },
  ALSWR_IMPLICIT("Taste SVD by ALSWRFactorizer, implicit", 10, true, false) {
    @Override
    public Recommender over(DataModel data, int rounds) throws TasteException {
      return new SVDRecommender(
          data, new ALSWRFactorizer(data, FEATURES, IMPLICIT_LAMBDA, rounds, true, IMPLICIT_ALPHA));
    }
  },
  ALSWR("Taste SVD by ALSWRFactorizer", 10, false, true) {
    @Override
    public Recommender over(DataModel data, int rounds) throws TasteException {
      return new SVDRecommender(data, new ALSWRFactorizer(data, FEATURES, LAMBDA, rounds));
    }
  },
  SVD_PLUS_PLUS("Taste SVD++", 10, false, true) {
    @Override
    public Recommender over(DataModel data, int rounds) throws TasteException {
      return new SVDRecommender(data, new SVDPlusPlusFactorizer(data, FEATURES, rounds));
    }
  };

  private static final int FEATURES = 20;
  private static final double LAMBDA = 0.065;

  /** The best of seven pairs on the validation part of MovieLens latest-small. */
  private static final double IMPLICIT_LAMBDA = 1;

  private static final double IMPLICIT_ALPHA = 1;

  private final String title;
  private final int iterations;
  private final boolean ranks;
  private final boolean predicts;

  TasteBaseline(String title, int iterations, boolean ranks, boolean predicts) {
    this.title = title;
    this.iterations = iterations;
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

  /** Rounds of its training, each of which takes as long as another; 0 when it has none. */
  public int iterations() {
    return iterations;
  }

  /**
   * Trains what it has to train.
   *
   * @param data of this baseline's own kind, see {@link #data}
   */
  public Recommender over(DataModel data) throws TasteException {
    return over(data, iterations);
  }

  /** Trains for another number of rounds than is good. */
  public abstract Recommender over(DataModel data, int rounds) throws TasteException;

  /** The ratings in Taste's own memory model: with stars, or as a mere set of titles. */
  public DataModel data(RatingsSnapshot ratings) throws TasteException {
    DataModel stars = new SnapshotDataModel(ratings);
    return this == ITEM_BASED_LLR
        ? new GenericBooleanPrefDataModel(GenericBooleanPrefDataModel.toDataMap(stars))
        : new GenericDataModel(GenericDataModel.toDataMap(stars));
  }
}
