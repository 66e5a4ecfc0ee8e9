package io.takewithott.catalog.home;

import io.takewithott.core.ranking.RankedRow;
import io.takewithott.core.ranking.RankedRow.Kind;
import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.Ranking;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rows of a ranking for another alpha: between what everybody likes, 0, and what only the
 * viewer's own titles say, 1. The first row is chosen anew from all titles of the ranking; those it
 * takes leave the rows below, of which the ones by score are put in the new order. Rows with an
 * order of their own, such as the trending one, keep it.
 */
final class LeaningPage {
  private static final Set<Kind> BY_SCORE =
      Set.of(Kind.SEASON, Kind.GENRE, Kind.DIRECTOR, Kind.CAST, Kind.NEW);

  private final Ranking ranking;
  private final List<Long> order;
  private final Map<Long, Integer> places = new HashMap<>();

  private LeaningPage(Ranking ranking, double alpha) {
    this.ranking = ranking;
    this.order =
        ranking.titles().stream()
            .sorted(
                Comparator.comparingDouble((RankedTitle title) -> title.scoreAt(alpha))
                    .thenComparingDouble(RankedTitle::score)
                    .reversed())
            .map(RankedTitle::titleId)
            .toList();
    order.forEach(titleId -> places.put(titleId, places.size()));
  }

  /** Whether there is anything to lean on: who has no titles of their own has not. */
  static boolean isPossible(Ranking ranking) {
    return ranking.titles().stream().anyMatch(title -> title.ends().isPresent());
  }

  /** The rows for an alpha; as they are for the one that the ranking was learned at. */
  static List<RankedRow> rows(Ranking ranking, double alpha) {
    return alpha == RankedTitle.LEARNED_ALPHA
        ? ranking.rows()
        : new LeaningPage(ranking, alpha).rows();
  }

  private List<RankedRow> rows() {
    Optional<RankedRow> best =
        ranking.rows().stream().filter(row -> row.kind() == Kind.FOR_YOU).findFirst();
    List<Long> first = order.subList(0, best.map(row -> row.titleIds().size()).orElse(0));
    Set<Long> taken = Set.copyOf(first);
    return ranking.rows().stream()
        .map(row -> with(row, row.kind() == Kind.FOR_YOU ? first : left(row, taken)))
        .toList();
  }

  private List<Long> left(RankedRow row, Set<Long> taken) {
    Stream<Long> left = row.titleIds().stream().filter(id -> !taken.contains(id));
    return BY_SCORE.contains(row.kind())
        ? left.sorted(Comparator.comparing(id -> places.getOrDefault(id, order.size()))).toList()
        : left.toList();
  }

  private static RankedRow with(RankedRow row, List<Long> titleIds) {
    return new RankedRow(row.kind(), row.seed(), row.subject(), titleIds);
  }
}
