package io.takewithott.benchmarks;

import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.History.Entry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One user's items, best first, with their scores, in the data set's own ids. */
record RankedList(String user, History history, List<String> items, List<Double> scores) {
  /** As the independent scorer reads it. */
  String line() {
    return user + "\t" + String.join("\t", items);
  }

  /** Users of different histories with the same scores would not have rankings of their own. */
  static void refuseTwinsAndTies(List<RankedList> lists) {
    Map<List<Double>, RankedList> seen = new HashMap<>();
    for (RankedList list : lists) {
      RankedList twin = seen.put(list.scores(), list);
      if (twin != null && !twin.entries().equals(list.entries())) {
        throw new IllegalStateException(
            "Users " + twin.user() + " and " + list.user() + " have the same scores");
      }
      if (list.scores().stream().distinct().count() < list.scores().size()) {
        throw new IllegalStateException("User " + list.user() + " has two titles with one score");
      }
    }
  }

  private Set<Entry> entries() {
    return new HashSet<>(history.entries());
  }
}
