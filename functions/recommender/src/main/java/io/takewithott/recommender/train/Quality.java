package io.takewithott.recommender.train;

import io.takewithott.recommender.score.TopTitles.Scored;
import java.util.List;
import java.util.function.Function;

/**
 * How well rankings recall what users liked of the held-out: nDCG@10 (Järvelin and Kekäläinen, TOIS
 * 2002) and the part of the liked among the first 20. The first counts most.
 */
record Quality(double ndcg, double recall) {
  private static final int DEPTH = 10;
  private static final int RECALL_DEPTH = 20;
  private static final double WEIGHT_OF_RECALL = 0.25;

  /** The mean over users; what the scores say of titles that the user has is not looked at. */
  static Quality of(List<HeldOut> users, Function<HeldOut, float[]> scores) {
    List<Quality> each = users.parallelStream().map(user -> of(scores.apply(user), user)).toList();
    double ndcg = 0;
    double recall = 0;
    for (Quality quality : each) {
      ndcg += quality.ndcg / each.size();
      recall += quality.recall / each.size();
    }
    return new Quality(ndcg, recall);
  }

  private static Quality of(float[] scores, HeldOut user) {
    double gain = 0;
    double ideal = 0;
    int found = 0;
    int place = 0;
    for (Scored scored : user.first(RECALL_DEPTH, scores)) {
      boolean liked = user.liked().contains(scored.title());
      double discount = place < DEPTH ? Math.log(2) / Math.log(place + 2.0) : 0;
      gain += liked ? discount : 0;
      ideal += place < user.liked().size() ? discount : 0;
      found += liked ? 1 : 0;
      place++;
    }
    return new Quality(
        ideal > 0 ? gain / ideal : 0, (double) found / Math.min(RECALL_DEPTH, user.liked().size()));
  }

  /** One number to choose by. */
  double sum() {
    return ndcg + WEIGHT_OF_RECALL * recall;
  }
}
