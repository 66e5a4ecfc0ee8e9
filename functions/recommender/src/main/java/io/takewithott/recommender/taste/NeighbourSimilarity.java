package io.takewithott.recommender.taste;

import io.takewithott.recommender.model.HybridModel;
import java.util.Arrays;
import java.util.Collection;
import org.apache.mahout.cf.taste.common.NoSuchItemException;
import org.apache.mahout.cf.taste.common.Refreshable;
import org.apache.mahout.cf.taste.similarity.ItemSimilarity;

/**
 * The hybrid's neighbours as Taste's item similarity. Taste's is symmetric and at most 1: it is the
 * larger of the two directed weights, over the largest of all; 1 of a title with itself; NaN,
 * Taste's word for unknown, of two that are no neighbours.
 */
public final class NeighbourSimilarity implements ItemSimilarity {
  private final HybridModel model;
  private final double largest;

  public NeighbourSimilarity(HybridModel model) {
    this.model = model;
    double most = 0;
    for (int title = 0; title < model.titleCount(); title++) {
      for (int other : model.ranking().walk().of(title)) {
        most = Math.max(most, model.ranking().walk().weight(title, other));
      }
    }
    this.largest = most;
  }

  @Override
  public double itemSimilarity(long itemId, long otherItemId) throws NoSuchItemException {
    return similarity(title(itemId), title(otherItemId));
  }

  @Override
  public double[] itemSimilarities(long itemId, long[] otherItemIds) throws NoSuchItemException {
    int title = title(itemId);
    double[] similarities = new double[otherItemIds.length];
    for (int i = 0; i < otherItemIds.length; i++) {
      similarities[i] = similarity(title, title(otherItemIds[i]));
    }
    return similarities;
  }

  @Override
  public long[] allSimilarItemIDs(long itemId) throws NoSuchItemException {
    return Arrays.stream(model.ranking().walk().of(title(itemId)))
        .mapToLong(model::titleId)
        .toArray();
  }

  /** Does nothing: the model is immutable. */
  @Override
  public void refresh(Collection<Refreshable> alreadyRefreshed) {}

  private double similarity(int title, int other) {
    if (title == other) {
      return 1;
    }
    float weight =
        Math.max(
            model.ranking().walk().weight(title, other),
            model.ranking().walk().weight(other, title));
    return weight > 0 ? weight / largest : Double.NaN;
  }

  private int title(long itemId) throws NoSuchItemException {
    int title = model.titleIndex(itemId);
    if (title < 0) {
      throw new NoSuchItemException(itemId);
    }
    return title;
  }
}
