package io.takewithott.rating.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which titles lines mean. One with the line's own id is meant whatever it is called; else those of
 * its name, of the same year before those of a year beside it, for festivals come before cinemas.
 * More than one that are equally good are ambiguous.
 */
final class Matching {
  private final Map<Integer, List<Candidate>> candidates = new HashMap<>();

  private record Candidate(long titleId, int year, boolean exact) {}

  /**
   * @param packed {@code line title-id year exact}, semicolons between
   */
  void add(Collection<String> packed) {
    for (String row : packed) {
      for (String each : row.split(";")) {
        String[] cells = each.split(" ");
        candidates
            .computeIfAbsent(Integer.parseInt(cells[0]), line -> new ArrayList<>())
            .add(
                new Candidate(
                    Long.parseLong(cells[1]), Integer.parseInt(cells[2]), cells[3].equals("1")));
      }
    }
  }

  /** None where no title is meant, several where it is not clear which. */
  List<Long> titles(RatedRow row) {
    List<Candidate> all = candidates.getOrDefault(row.line(), List.of());
    List<Long> exact = all.stream().filter(Candidate::exact).map(Candidate::titleId).toList();
    if (!exact.isEmpty() || row.year() == null) {
      return exact.isEmpty() ? all.stream().map(Candidate::titleId).distinct().toList() : exact;
    }
    int year = row.year();
    List<Long> same = within(all, year, 0);
    List<Long> near = same.isEmpty() ? within(all, year, 1) : same;
    // A title whose year nobody knows is better than none.
    return near.isEmpty()
        ? all.stream().filter(each -> each.year == 0).map(Candidate::titleId).distinct().toList()
        : near;
  }

  private static List<Long> within(List<Candidate> all, int year, int apart) {
    return all.stream()
        .filter(each -> each.year != 0 && Math.abs(each.year - year) <= apart)
        .map(Candidate::titleId)
        .distinct()
        .toList();
  }
}
