package io.takewithott.recommender.rows;

import io.takewithott.core.ranking.RankedRow.Kind;
import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.recommender.content.ContentModel;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.History.Entry;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What came from one title that the viewer likes: a pick, or one rated high lately. Of the titles
 * that suit the viewer it takes those that the liked title's raters went on to; for a title that
 * nobody rated, of which ratings say nothing, those like it.
 */
final class BecauseRows implements Row {
  private static final int MOST_ROWS = 3;

  /** Liked titles looked at, each of which may have too little for a row. */
  private static final int MOST_SEEDS = 12;

  private static final int LIKED_HALF_STARS = 8;

  /** More than a row, for some of them are known or shown already. */
  private static final int MOST_SIMILAR = 100;

  /** Not merely of the same genre, country and time. */
  private static final float LEAST_LIKENESS = 0.25f;

  private static final Comparator<Entry> PICKS_THEN_LATEST =
      Comparator.comparing(Entry::picked)
          .thenComparingInt(Entry::atEpochSeconds)
          .thenComparingInt(Entry::halfStars)
          .reversed()
          .thenComparingLong(Entry::titleId);

  private final HybridModel model;
  private final ContentModel content;

  BecauseRows(HybridModel model, ContentModel content) {
    this.model = model;
    this.content = content;
  }

  @Override
  public void addTo(Page page) {
    List<Entry> seeds =
        page.viewing().history().entries().stream()
            .filter(entry -> entry.picked() || entry.halfStars() >= LIKED_HALF_STARS)
            .filter(entry -> model.titleIndex(entry.titleId()) >= 0)
            .sorted(PICKS_THEN_LATEST)
            .limit(MOST_SEEDS)
            .toList();
    int added = 0;
    for (Entry seed : seeds) {
      double[] kinship = kinship(page.viewing().best(), seed.titleId());
      Draft draft =
          Draft.of(Kind.BECAUSE, title -> kinship[title])
              .only(title -> kinship[title] > Double.NEGATIVE_INFINITY)
              .grownFrom(seed.titleId());
      if (added < MOST_ROWS && page.add(draft)) {
        added++;
      }
    }
  }

  private double[] kinship(List<RankedTitle> best, long seed) {
    double[] kinship = new double[model.titleCount()];
    Arrays.fill(kinship, Double.NEGATIVE_INFINITY);
    int index = model.titleIndex(seed);
    if (model.crowd(index) == 0) {
      content.similar(index, MOST_SIMILAR).stream()
          .filter(similar -> similar.likeness() >= LEAST_LIKENESS)
          .forEach(similar -> kinship[similar.title()] = similar.likeness());
      return kinship;
    }
    for (RankedTitle place : best) {
      int title = model.titleIndex(place.titleId());
      float weight = model.ranking().walk().weight(index, title);
      if (weight > 0) {
        kinship[title] = weight;
      }
    }
    return kinship;
  }
}
