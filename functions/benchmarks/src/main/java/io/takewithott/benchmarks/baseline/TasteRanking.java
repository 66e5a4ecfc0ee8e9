package io.takewithott.benchmarks.baseline;

import java.util.List;
import org.apache.mahout.cf.taste.common.NoSuchUserException;
import org.apache.mahout.cf.taste.common.TasteException;
import org.apache.mahout.cf.taste.recommender.RecommendedItem;
import org.apache.mahout.cf.taste.recommender.Recommender;

/** What one of Taste's recommenders names for a user, nothing for a user that it does not know. */
public final class TasteRanking {
  private final Recommender recommender;

  public TasteRanking(Recommender recommender) {
    this.recommender = recommender;
  }

  public List<Long> top(long user, int howMany) {
    try {
      return recommender.recommend(user, howMany).stream().map(RecommendedItem::getItemID).toList();
    } catch (NoSuchUserException stranger) {
      return List.of();
    } catch (TasteException e) {
      throw new IllegalStateException("Taste did not rank for user " + user, e);
    }
  }

  /** The stars that it expects, {@code NaN} where it expects nothing. */
  public double stars(long user, long item) {
    try {
      return recommender.estimatePreference(user, item);
    } catch (TasteException unknown) {
      return Double.NaN;
    }
  }
}
