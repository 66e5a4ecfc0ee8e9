package io.takewithott.recommender.score;

import io.takewithott.recommender.content.AgeRating;
import io.takewithott.recommender.model.HybridModel;
import java.util.Optional;
import org.apache.mahout.cf.taste.recommender.IDRescorer;

/**
 * Filters what a viewer may not or does not want to be shown, and leaves the scores alone. To one
 * with an age limit a title without a rating is not shown either.
 */
public final class ViewerRescorer implements IDRescorer {
  private final Viewer viewer;
  private final HybridModel model;

  public ViewerRescorer(Viewer viewer, HybridModel model) {
    this.viewer = viewer;
    this.model = model;
  }

  @Override
  public double rescore(long id, double originalScore) {
    return originalScore;
  }

  @Override
  public boolean isFiltered(long id) {
    return viewer.dismissed().contains(id) || isTooOld(id);
  }

  private boolean isTooOld(long id) {
    if (viewer.highest() == AgeRating.FROM_19) {
      return false;
    }
    int title = model.titleIndex(id);
    Optional<AgeRating> rating = title < 0 ? Optional.empty() : model.features().ageRating(title);
    return rating.map(found -> found.compareTo(viewer.highest()) > 0).orElse(true);
  }
}
