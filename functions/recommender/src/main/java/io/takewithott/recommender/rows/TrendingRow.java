package io.takewithott.recommender.rows;

import io.takewithott.core.ranking.RankedRow.Kind;
import io.takewithott.recommender.model.Trends;

/** What is watched and rated more lately than usual. */
final class TrendingRow implements Row {
  /** In standard deviations: one title in forty comes so far by chance. */
  private static final float LEAST_VELOCITY = 2;

  private final Trends trends;

  TrendingRow(Trends trends) {
    this.trends = trends;
  }

  @Override
  public void addTo(Page page) {
    page.add(
        Draft.of(Kind.TRENDING, trends::velocity)
            .only(title -> trends.velocity(title) >= LEAST_VELOCITY));
  }
}
