package io.takewithott.recommender.rows;

import io.takewithott.core.ranking.RankedRow.Kind;
import io.takewithott.core.ranking.RankedRow.Subject;
import io.takewithott.recommender.content.Feature;
import io.takewithott.recommender.content.FeatureKind;
import io.takewithott.recommender.content.TitleFeatures;
import java.util.List;

/**
 * Titles with the viewer's favourite genre, director or actor; the next one, if too few are left.
 */
final class FavouriteRow implements Row {
  /** Favourites tried: further down it is none. */
  private static final int MOST_TRIED = 4;

  private final Kind kind;
  private final FeatureKind featureKind;
  private final int least;
  private final TitleFeatures features;
  private final Favourites favourites;

  /**
   * @param least titles that make a row: few people have made many
   */
  FavouriteRow(
      Kind kind,
      FeatureKind featureKind,
      int least,
      TitleFeatures features,
      Favourites favourites) {
    this.kind = kind;
    this.featureKind = featureKind;
    this.least = least;
    this.features = features;
    this.favourites = favourites;
  }

  @Override
  public void addTo(Page page) {
    List<Integer> liked = favourites.of(page.viewing().history(), featureKind, least);
    for (int feature : liked.subList(0, Math.min(MOST_TRIED, liked.size()))) {
      Draft draft =
          Draft.of(kind, page.viewing().candidates()::score)
              .only(favourites.titlesWith(feature)::get)
              .about(subject(features.feature(feature)))
              .atLeast(least);
      if (page.add(draft)) {
        return;
      }
    }
  }

  private static Subject subject(Feature feature) {
    return new Subject(feature.key(), feature.name(), feature.originalName());
  }
}
