package io.takewithott.benchmarks.quality;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The quality of rankings as the independent scorer defines it, with the nDCG@10 (Järvelin and
 * Kekäläinen, TOIS 2002) of each user: binary relevance, the ideal of at most 10 titles; Recall@20
 * over at most 20; coverage@10, the part of the catalogue that somebody was shown.
 *
 * @param ndcg by user, of the users that have both a list and an answer
 */
record RankingFigures(Map<String, Double> ndcg, double recall, double coverage) {
  private static final int DEPTH = 10;
  private static final int RECALL_DEPTH = 20;

  static RankingFigures of(
      Map<String, List<String>> lists, Map<String, Set<String>> relevant, int catalogueSize) {
    Map<String, Double> ndcg = new TreeMap<>();
    Set<String> shown = new HashSet<>();
    double recall = 0;
    for (Map.Entry<String, Set<String>> answer : relevant.entrySet()) {
      List<String> list = lists.get(answer.getKey());
      if (list != null) {
        ndcg.put(answer.getKey(), ndcg(list, answer.getValue()));
        recall += recall(list, answer.getValue());
        shown.addAll(list.subList(0, Math.min(DEPTH, list.size())));
      }
    }
    return new RankingFigures(
        ndcg, recall / Math.max(1, ndcg.size()), (double) shown.size() / catalogueSize);
  }

  int users() {
    return ndcg.size();
  }

  double meanNdcg() {
    return ndcg.values().stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  private static double ndcg(List<String> list, Set<String> relevant) {
    double gain = 0;
    double ideal = 0;
    for (int place = 0; place < DEPTH; place++) {
      double discount = Math.log(2) / Math.log(place + 2.0);
      gain += place < list.size() && relevant.contains(list.get(place)) ? discount : 0;
      ideal += place < relevant.size() ? discount : 0;
    }
    return gain / ideal;
  }

  private static double recall(List<String> list, Set<String> relevant) {
    long hits = list.stream().limit(RECALL_DEPTH).filter(relevant::contains).count();
    return (double) hits / Math.min(RECALL_DEPTH, relevant.size());
  }
}
