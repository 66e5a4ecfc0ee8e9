package io.takewithott.recommender.rows;

import io.takewithott.core.ranking.RankedRow.Kind;
import io.takewithott.recommender.model.HybridModel;

/** What everybody together prefers. */
final class PopularRow implements Row {
  private final HybridModel model;

  PopularRow(HybridModel model) {
    this.model = model;
  }

  @Override
  public void addTo(Page page) {
    page.add(Draft.of(Kind.POPULAR, model::crowd).atLeast(1));
  }
}
