package io.takewithott.recommender.rows;

import io.takewithott.core.ranking.RankedRow;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.TopTitles.Scored;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A page while it is laid out: its rows so far. A title is in the first row that takes it. */
final class Page {
  /** Titles of a row: as many as a viewer scrolls through. */
  static final int LONGEST_ROW = 20;

  /** A row is chosen among three times as many, so that it can have variety. */
  private static final int CHOICE = 3 * LONGEST_ROW;

  private final HybridModel model;
  private final Variety variety;
  private final Viewing viewing;
  private final double[] taste;
  private final BitSet shown = new BitSet();
  private final List<RankedRow> rows = new ArrayList<>();

  Page(HybridModel model, Variety variety, Viewing viewing) {
    this.model = model;
    this.variety = variety;
    this.viewing = viewing;
    this.taste = variety.taste(viewing.history());
  }

  Viewing viewing() {
    return viewing;
  }

  List<RankedRow> rows() {
    return rows;
  }

  /** Adds the row if enough titles are free, and says whether it did. */
  boolean add(Draft draft) {
    List<Scored> choice =
        viewing
            .candidates()
            .best(CHOICE, title -> !shown.get(title) && draft.wanted().test(title), draft.order());
    if (choice.isEmpty() || choice.size() < draft.least()) {
      return false;
    }
    List<Integer> titles = variety.choose(choice, taste, LONGEST_ROW);
    titles.forEach(shown::set);
    List<Long> ids = titles.stream().map(model::titleId).toList();
    rows.add(new RankedRow(draft.kind(), draft.seed(), draft.subject(), ids));
    return true;
  }
}
