package io.takewithott.recommender.rows;

import io.takewithott.core.ranking.RankedRow.Kind;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.TopTitles.Scored;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * What suits the viewer and few have seen: of the less known half of the titles that anybody rated
 * the highest ranked, those first that should please most.
 */
final class HiddenGemsRow implements Row {
  private static final int HIGHEST_RANKED = 100;

  private final HybridModel model;
  private final double median;

  HiddenGemsRow(HybridModel model) {
    this.model = model;
    double[] known =
        IntStream.range(0, model.titleCount())
            .mapToDouble(model::crowd)
            .filter(crowd -> crowd > 0)
            .sorted()
            .toArray();
    this.median = known.length == 0 ? 0 : known[known.length / 2];
  }

  @Override
  public void addTo(Page page) {
    BitSet gems = new BitSet();
    page
        .viewing()
        .candidates()
        .best(HIGHEST_RANKED, this::isLittleKnown, page.viewing().candidates()::score)
        .stream()
        .mapToInt(Scored::title)
        .forEach(gems::set);
    page.add(
        Draft.of(Kind.HIDDEN_GEMS, page.viewing().candidates().scores()::stars).only(gems::get));
  }

  private boolean isLittleKnown(int title) {
    return model.crowd(title) > 0 && model.crowd(title) < median;
  }
}
