package io.takewithott.recommender.rows;

import io.takewithott.core.ranking.RankedRow.Kind;
import io.takewithott.recommender.model.HybridModel;
import java.util.BitSet;

/**
 * What the viewer should rate highest, among what ranks high: stars alone rank the obscure first.
 */
final class PredictedHighRow implements Row {
  private final HybridModel model;

  PredictedHighRow(HybridModel model) {
    this.model = model;
  }

  @Override
  public void addTo(Page page) {
    BitSet best = new BitSet();
    page.viewing().best().forEach(title -> best.set(model.titleIndex(title.titleId())));
    page.add(
        Draft.of(Kind.PREDICTED_HIGH, page.viewing().candidates().scores()::stars)
            .only(best::get)
            .atLeast(1));
  }
}
