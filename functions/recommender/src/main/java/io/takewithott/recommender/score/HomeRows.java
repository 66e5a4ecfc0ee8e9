package io.takewithott.recommender.score;

import io.takewithott.core.ranking.RankedRow;
import io.takewithott.core.ranking.RankedRow.Kind;
import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.History.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Lays a ranking out as the rows of a home page, from the top: the best, what goes with a liked
 * title, what should please most, what everybody likes. A title appears once, in the first row that
 * wants it.
 */
final class HomeRows {
  /** Titles of a row: as many as a viewer scrolls through. */
  static final int LONGEST_ROW = 20;

  private static final int MOST_BECAUSE_ROWS = 3;

  /** A row that grew from a title and is shorter than this is not worth its place. */
  private static final int SHORTEST_BECAUSE_ROW = 5;

  /** Liked titles looked at as seeds, each of which may have too few neighbours for a row. */
  private static final int MOST_SEEDS = 12;

  private static final int LIKED_HALF_STARS = 8;

  private static final Comparator<Entry> STRONGEST_FIRST =
      Comparator.comparingInt(HomeRows::strength)
          .thenComparingInt(Entry::atEpochSeconds)
          .reversed()
          .thenComparingLong(Entry::titleId);

  private final HybridModel model;

  HomeRows(HybridModel model) {
    this.model = model;
  }

  List<RankedRow> of(List<RankedTitle> titles, History history) {
    Page page = new Page(titles);
    if (!history.isEmpty()) {
      page.add(Kind.FOR_YOU, Optional.empty(), title -> true, RankedTitle::score);
      addBecauseRows(page, history);
      page.add(Kind.PREDICTED_HIGH, Optional.empty(), title -> true, RankedTitle::stars);
      page.add(Kind.POPULAR, Optional.empty(), title -> true, this::crowd);
    } else {
      page.add(Kind.POPULAR, Optional.empty(), title -> true, this::crowd);
      page.add(Kind.PREDICTED_HIGH, Optional.empty(), title -> true, RankedTitle::stars);
    }
    return page.rows;
  }

  private void addBecauseRows(Page page, History history) {
    List<Entry> seeds =
        history.entries().stream()
            .filter(entry -> entry.picked() || entry.halfStars() >= LIKED_HALF_STARS)
            .filter(entry -> model.titleIndex(entry.titleId()) >= 0)
            .sorted(STRONGEST_FIRST)
            .limit(MOST_SEEDS)
            .toList();
    int added = 0;
    for (Entry seed : seeds) {
      if (added == MOST_BECAUSE_ROWS) {
        return;
      }
      ToDoubleFunction<RankedTitle> kinship = title -> kinship(seed, title);
      Predicate<RankedTitle> related = title -> kinship.applyAsDouble(title) > 0;
      if (page.left(related) >= SHORTEST_BECAUSE_ROW) {
        page.add(Kind.BECAUSE, Optional.of(seed.titleId()), related, kinship);
        added++;
      }
    }
  }

  /** A pick stands above every rating. */
  private static int strength(Entry entry) {
    return entry.picked() ? 11 : entry.halfStars();
  }

  private double kinship(Entry seed, RankedTitle title) {
    return model
        .ranking()
        .walk()
        .weight(model.titleIndex(seed.titleId()), model.titleIndex(title.titleId()));
  }

  private double crowd(RankedTitle title) {
    return model.crowd(model.titleIndex(title.titleId()));
  }

  /** The rows so far, and which titles they hold. */
  private static final class Page {
    private final List<RankedTitle> titles;
    private final Set<Long> shown = new HashSet<>();
    private final List<RankedRow> rows = new ArrayList<>();

    Page(List<RankedTitle> titles) {
      this.titles = titles;
    }

    long left(Predicate<RankedTitle> condition) {
      return titles.stream()
          .filter(title -> !shown.contains(title.titleId()))
          .filter(condition)
          .count();
    }

    /** Adds the row's best titles that are not shown yet; of equals the higher ranked. */
    void add(
        Kind kind,
        Optional<Long> seed,
        Predicate<RankedTitle> condition,
        ToDoubleFunction<RankedTitle> order) {
      List<Long> row =
          titles.stream()
              .filter(title -> !shown.contains(title.titleId()))
              .filter(condition)
              .sorted(Comparator.comparingDouble(order).reversed())
              .limit(LONGEST_ROW)
              .map(RankedTitle::titleId)
              .toList();
      if (!row.isEmpty()) {
        shown.addAll(row);
        rows.add(new RankedRow(kind, seed, row));
      }
    }
  }
}
