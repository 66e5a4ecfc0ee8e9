package io.takewithott.catalog.together;

import io.takewithott.core.ranking.GroupStrategy;
import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.Ranking;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rankings of several people made comparable: in each the first title counts 1 and the last 0,
 * and so does what is further down than it reaches.
 */
final class Group {
  private final List<Scores> members;

  /**
   * @param rankings one for each, in the order of the people; empty where there is none
   */
  Group(List<Optional<Ranking>> rankings) {
    this.members = rankings.stream().map(Scores::of).toList();
  }

  /** The best of all titles that any of them is told of, best first. */
  List<Long> best(GroupStrategy strategy, int most) {
    Set<Long> all = new LinkedHashSet<>();
    members.forEach(member -> all.addAll(member.titles.keySet()));
    return order(strategy, all.stream().sorted().toList(), most);
  }

  List<Long> order(GroupStrategy strategy, List<Long> titleIds, int most) {
    if (titleIds.isEmpty()) {
      return List.of();
    }
    double[][] scores =
        members.stream()
            .map(member -> titleIds.stream().mapToDouble(member::score).toArray())
            .toArray(double[][]::new);
    return Arrays.stream(strategy.order(scores, most)).mapToObj(titleIds::get).toList();
  }

  /**
   * What a title is to one of them, by their place; nothing further down than their ranking
   * reaches.
   */
  Optional<RankedTitle> view(int member, long titleId) {
    return Optional.ofNullable(members.get(member).titles.get(titleId));
  }

  private record Scores(Map<Long, RankedTitle> titles, double lowest, double range) {
    static Scores of(Optional<Ranking> ranking) {
      List<RankedTitle> ranked = ranking.map(Ranking::titles).orElse(List.of());
      Map<Long, RankedTitle> titles = new HashMap<>();
      ranked.forEach(title -> titles.put(title.titleId(), title));
      if (ranked.isEmpty()) {
        return new Scores(titles, 0, 1);
      }
      double lowest = ranked.get(ranked.size() - 1).score();
      double range = ranked.get(0).score() - lowest;
      return new Scores(titles, lowest, range > 0 ? range : 1);
    }

    double score(long titleId) {
      RankedTitle title = titles.get(titleId);
      return title == null ? 0 : (title.score() - lowest) / range;
    }
  }
}
