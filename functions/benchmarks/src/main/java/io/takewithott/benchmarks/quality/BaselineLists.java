package io.takewithott.benchmarks.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rankings of one baseline, of all users or of those that there was time for.
 *
 * @param users how many there are to rank
 * @param rankSeconds for all users; extrapolated where only a part was ranked
 */
record BaselineLists(
    String name,
    Map<String, List<String>> lists,
    int users,
    double fitSeconds,
    double rankSeconds) {
  /** With the users of another group. */
  BaselineLists and(BaselineLists other) {
    Map<String, List<String>> both = new LinkedHashMap<>(lists);
    both.putAll(other.lists);
    int all = users + other.users;
    return new BaselineLists(
        name, both, all, fitSeconds + other.fitSeconds, rankSeconds + other.rankSeconds);
  }

  boolean isComplete() {
    return lists.size() == users;
  }

  /** Whom it ranked: "all 671", "120 of 671". */
  String share() {
    return isComplete() ? "all " + users : lists.size() + " of " + users;
  }
}
