package io.takewithott.recommender.taste;

import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.Candidates;
import io.takewithott.recommender.score.Histories;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.Scorer;
import io.takewithott.recommender.score.Scores;
import io.takewithott.recommender.score.Viewer;
import io.takewithott.recommender.score.ViewerRescorer;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.Collection;
import java.util.List;
import org.apache.mahout.cf.taste.common.NoSuchItemException;
import org.apache.mahout.cf.taste.common.NoSuchUserException;
import org.apache.mahout.cf.taste.common.Refreshable;
import org.apache.mahout.cf.taste.impl.recommender.GenericRecommendedItem;
import org.apache.mahout.cf.taste.model.DataModel;
import org.apache.mahout.cf.taste.recommender.IDRescorer;
import org.apache.mahout.cf.taste.recommender.RecommendedItem;
import org.apache.mahout.cf.taste.recommender.Recommender;
import org.jspecify.annotations.Nullable;

/**
 * The hybrid as Taste's recommender, over the users of a snapshot. Recommendations are ordered by
 * the ranking score, which is their value; {@link #estimatePreference} answers stars, the user's
 * own where they rated. A rescorer sees the ranking score. The model is immutable: preferences are
 * set in the database, and a refreshed model is another recommender.
 */
public final class HybridRecommender implements Recommender {
  private final HybridModel model;
  private final RatingsSnapshot ratings;
  private final SnapshotDataModel dataModel;
  private final Scorer scorer;

  public HybridRecommender(HybridModel model, RatingsSnapshot ratings) {
    this.model = model;
    this.ratings = ratings;
    this.dataModel = new SnapshotDataModel(ratings);
    this.scorer = new Scorer(model);
  }

  @Override
  public List<RecommendedItem> recommend(long userId, int howMany) throws NoSuchUserException {
    return recommend(userId, howMany, null, false);
  }

  @Override
  public List<RecommendedItem> recommend(long userId, int howMany, boolean includeKnownItems)
      throws NoSuchUserException {
    return recommend(userId, howMany, null, includeKnownItems);
  }

  @Override
  public List<RecommendedItem> recommend(long userId, int howMany, @Nullable IDRescorer rescorer)
      throws NoSuchUserException {
    return recommend(userId, howMany, rescorer, false);
  }

  @Override
  public List<RecommendedItem> recommend(
      long userId, int howMany, @Nullable IDRescorer rescorer, boolean includeKnownItems)
      throws NoSuchUserException {
    if (howMany < 1) {
      throw new IllegalArgumentException("howMany must be at least 1, but is " + howMany);
    }
    Candidates candidates =
        Candidates.of(
            model,
            scores(userId),
            rescorer == null ? new ViewerRescorer(Viewer.of(History.NONE), model) : rescorer,
            includeKnownItems);
    return candidates.best(Math.min(howMany, Math.max(1, model.titleCount()))).stream()
        .<RecommendedItem>map(
            best -> new GenericRecommendedItem(model.titleId(best.title()), (float) best.score()))
        .toList();
  }

  @Override
  public float estimatePreference(long userId, long itemId)
      throws NoSuchUserException, NoSuchItemException {
    Float actual = dataModel.getPreferenceValue(userId, itemId);
    if (actual != null) {
      return actual;
    }
    int title = model.titleIndex(itemId);
    if (title < 0) {
      throw new NoSuchItemException(itemId);
    }
    return (float) scores(userId).stars(title);
  }

  private Scores scores(long userId) throws NoSuchUserException {
    int user = ratings.userIndex(userId);
    if (user < 0) {
      throw new NoSuchUserException(userId);
    }
    return scorer.score(Histories.of(ratings, user));
  }

  @Override
  public void setPreference(long userId, long itemId, float value) {
    throw new UnsupportedOperationException("The model is immutable; rate in the database");
  }

  @Override
  public void removePreference(long userId, long itemId) {
    throw new UnsupportedOperationException("The model is immutable; rate in the database");
  }

  @Override
  public DataModel getDataModel() {
    return dataModel;
  }

  /** Does nothing: a newer model is another recommender. */
  @Override
  public void refresh(Collection<Refreshable> alreadyRefreshed) {}
}
