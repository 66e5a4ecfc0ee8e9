package io.takewithott.recommender.rows;

import io.takewithott.core.ranking.RankedRow.Kind;

/** The highest ranked. */
final class BestRow implements Row {
  @Override
  public void addTo(Page page) {
    page.add(Draft.of(Kind.FOR_YOU, page.viewing().candidates()::score).atLeast(1));
  }
}
