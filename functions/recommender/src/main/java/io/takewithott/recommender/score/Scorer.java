package io.takewithott.recommender.score;

import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.stars.StarViewer;

/** Folds a history into a model and scores every title with it. */
public final class Scorer {
  /** How much more a picked title says of the stars a user will give than one only rated. */
  private static final float PICK_WEIGHT = 2f;

  private final HybridModel model;

  public Scorer(HybridModel model) {
    this.model = model;
  }

  public Scores score(History history) {
    Folded folded = Folded.of(model, history);
    float[] stars = new float[folded.size()];
    float[] certainty = new float[folded.size()];
    for (int k = 0; k < stars.length; k++) {
      stars[k] = folded.halfStars()[k] / 2f;
      certainty[k] = folded.picked()[k] ? PICK_WEIGHT : 1f;
    }
    StarViewer viewer = model.stars().foldIn(folded.titles(), stars, certainty);
    return new Scores(model, history, viewer, folded);
  }
}
