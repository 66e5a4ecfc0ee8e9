package io.takewithott.recommender.score;

import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.History.Entry;
import io.takewithott.recommender.stars.StarViewer;
import java.util.Comparator;
import java.util.List;

/** Folds a history into a model and scores every title with it. */
public final class Scorer {
  /** How much more a picked title says than one that was only rated. */
  private static final float PICK_WEIGHT = 2f;

  /** Titles folded in, the latest: more say nothing new and only take time. */
  private static final int LONGEST_FOLDED = 1000;

  private static final Comparator<Entry> LATEST_FIRST =
      Comparator.comparing(Entry::picked)
          .thenComparingInt(Entry::atEpochSeconds)
          .reversed()
          .thenComparingLong(Entry::titleId);

  private final HybridModel model;

  public Scorer(HybridModel model) {
    this.model = model;
  }

  public Scores score(History history) {
    List<Entry> folded =
        history.entries().stream()
            .filter(entry -> model.titleIndex(entry.titleId()) >= 0)
            .sorted(LATEST_FIRST)
            .limit(LONGEST_FOLDED)
            .toList();
    int[] titles = new int[folded.size()];
    float[] stars = new float[titles.length];
    float[] certainty = new float[titles.length];
    float[] affinity = new float[titles.length];
    for (int k = 0; k < titles.length; k++) {
      Entry entry = folded.get(k);
      float weight = entry.picked() ? PICK_WEIGHT : 1f;
      titles[k] = model.titleIndex(entry.titleId());
      stars[k] = entry.halfStars() / 2f;
      certainty[k] = weight;
      affinity[k] = weight * entry.halfStars() / 10f;
    }
    StarViewer viewer = model.stars().foldIn(titles, stars, certainty);
    double[] own = model.preferences().foldIn(titles, affinity);
    float[] knn = new float[model.titleCount()];
    for (int k = 0; k < titles.length; k++) {
      model.neighbours().spread(titles[k], affinity[k], knn);
    }
    return new Scores(model, history, folded, new Scores.Parts(titles, affinity, viewer, own, knn));
  }
}
