package io.takewithott.recommender.rows;

import io.takewithott.recommender.content.FeatureKind;
import io.takewithott.recommender.content.TitleFeatures;
import io.takewithott.recommender.content.TitlesByFeature;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.History.Entry;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which genres and people somebody likes: how much they liked the titles with a feature, beyond
 * what a taste without preferences would come to by the feature's part of the catalogue, in
 * standard deviations. So a genre that everything belongs to is nobody's favourite.
 */
final class Favourites {
  /** Between liked and disliked. */
  private static final double NEITHER_HALF_STARS = 6;

  private static final double HALF_STARS_A_LIKE = 4;

  /** One title of five stars, or two of four. */
  private static final double LEAST_LIKING = 1;

  private final HybridModel model;
  private final TitleFeatures features;
  private final TitlesByFeature titles;

  Favourites(HybridModel model) {
    this.model = model;
    this.features = model.features();
    this.titles = new TitlesByFeature(features);
  }

  /**
   * The indices of the liked features of a kind, the favourite first.
   *
   * @param leastTitles features of fewer titles than this are left out
   */
  List<Integer> of(History history, FeatureKind kind, int leastTitles) {
    Map<Integer, Double> liking = new HashMap<>();
    double all = 0;
    for (Entry entry : history.entries()) {
      int title = model.titleIndex(entry.titleId());
      if (title < 0) {
        continue;
      }
      double like = like(entry);
      all += like;
      for (int feature : features.of(title)) {
        if (features.feature(feature).kind() == kind && titles.count(feature) >= leastTitles) {
          liking.merge(feature, like, Double::sum);
        }
      }
    }
    double sum = all;
    int size = history.size();
    return liking.entrySet().stream()
        .filter(entry -> entry.getValue() >= LEAST_LIKING)
        .map(entry -> new Liked(entry.getKey(), excess(entry, sum, size)))
        .filter(liked -> liked.excess() > 0)
        .sorted(
            Comparator.comparingDouble(Liked::excess).reversed().thenComparingInt(Liked::feature))
        .map(Liked::feature)
        .toList();
  }

  /** The titles with a feature. */
  BitSet titlesWith(int feature) {
    return titles.of(feature);
  }

  private static double like(Entry entry) {
    double like = (entry.halfStars() - NEITHER_HALF_STARS) / HALF_STARS_A_LIKE;
    return entry.picked() ? like + 1 : like;
  }

  private double excess(Map.Entry<Integer, Double> liking, double all, int size) {
    double share = (double) titles.count(liking.getKey()) / features.titleCount();
    double expected = Math.max(0, all) * share;
    return (liking.getValue() - expected) / Math.sqrt(size * share + 1);
  }

  private record Liked(int feature, double excess) {}
}
