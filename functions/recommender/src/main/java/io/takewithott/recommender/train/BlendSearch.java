package io.takewithott.recommender.train;

import io.takewithott.recommender.model.Blend;
import io.takewithott.recommender.model.Blend.Step;
import io.takewithott.recommender.model.Blend.Weights;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.Scorer;
import io.takewithott.recommender.score.Scores;
import io.takewithott.recommender.score.TopTitles;
import io.takewithott.recommender.score.TopTitles.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses the weights of the parts by how well the rankings they give recall what users liked among
 * the held-out ratings (nDCG@10, Järvelin and Kekäläinen, TOIS 2002), for short, middling and long
 * histories each. From one step to the next the factors may only gain and the crowd only lose.
 */
final class BlendSearch {
  /** Where histories are short, middling, long: up to these lengths, then the rest. */
  private static final int[] STEPS = {3, 10, 30, Integer.MAX_VALUE};

  private static final float[] SVD_WEIGHTS = {0.02f, 0.1f, 0.2f, 0.4f};
  private static final float[] CROWD_WEIGHTS = {0.8f, 0.4f, 0.2f, 0.1f, 0.05f, 0.02f};

  /** With fewer users than this a step takes over the weights of the one before. */
  private static final int FEWEST_USERS = 50;

  private static final int DEPTH = 10;

  /** What is used where there is nothing to choose by. */
  static final Blend DEFAULT =
      new Blend(List.of(new Step(Integer.MAX_VALUE, new Weights(1f, 0.02f, 0.1f))));

  private final List<HeldOut> heldOut;

  BlendSearch(List<HeldOut> heldOut) {
    this.heldOut = heldOut;
  }

  /** The mean nDCG@10 of the model as it is. */
  double quality(HybridModel model) {
    Scorer scorer = new Scorer(model);
    double[] each =
        IntStream.range(0, heldOut.size())
            .parallel()
            .mapToDouble(i -> quality(scorer, model, heldOut.get(i)))
            .toArray();
    return mean(each);
  }

  private static double quality(Scorer scorer, HybridModel model, HeldOut user) {
    Weights weights = model.blend().weights(user.history().size());
    return gain(scorer.score(user.history()), model.titleCount(), weights, user);
  }

  Blend search(HybridModel model) {
    List<Step> steps = new ArrayList<>();
    Weights before = DEFAULT.weights(1);
    int svdFrom = 0;
    int crowdFrom = 0;
    int from = 0;
    for (int upTo : STEPS) {
      int after = from;
      List<HeldOut> users =
          heldOut.stream()
              .filter(user -> user.history().size() > after && user.history().size() <= upTo)
              .toList();
      if (users.size() >= FEWEST_USERS) {
        double[][] quality = grid(model, users);
        int[] best = best(quality, svdFrom, crowdFrom);
        svdFrom = best[0];
        crowdFrom = best[1];
        before = new Weights(1f, SVD_WEIGHTS[best[0]], CROWD_WEIGHTS[best[1]]);
      }
      steps.add(new Step(upTo, before));
      from = upTo;
    }
    return new Blend(steps);
  }

  /** Mean quality by weight of the factors and weight of the crowd. */
  private static double[][] grid(HybridModel model, List<HeldOut> users) {
    Scorer scorer = new Scorer(model);
    int cells = SVD_WEIGHTS.length * CROWD_WEIGHTS.length;
    double[][] gains = new double[users.size()][];
    IntStream.range(0, users.size())
        .parallel()
        .forEach(
            i -> {
              Scores scores = scorer.score(users.get(i).history());
              double[] row = new double[cells];
              for (int cell = 0; cell < cells; cell++) {
                row[cell] = gain(scores, model.titleCount(), weights(cell), users.get(i));
              }
              gains[i] = row;
            });
    double[][] quality = new double[SVD_WEIGHTS.length][CROWD_WEIGHTS.length];
    for (double[] row : gains) {
      for (int cell = 0; cell < cells; cell++) {
        quality[cell / CROWD_WEIGHTS.length][cell % CROWD_WEIGHTS.length] +=
            row[cell] / users.size();
      }
    }
    return quality;
  }

  private static Weights weights(int cell) {
    return new Weights(
        1f, SVD_WEIGHTS[cell / CROWD_WEIGHTS.length], CROWD_WEIGHTS[cell % CROWD_WEIGHTS.length]);
  }

  private static int[] best(double[][] quality, int svdFrom, int crowdFrom) {
    int[] best = {svdFrom, crowdFrom};
    for (int svd = svdFrom; svd < SVD_WEIGHTS.length; svd++) {
      for (int crowd = crowdFrom; crowd < CROWD_WEIGHTS.length; crowd++) {
        if (quality[svd][crowd] > quality[best[0]][best[1]]) {
          best = new int[] {svd, crowd};
        }
      }
    }
    return best;
  }

  /** The nDCG@10 of one user's ranking. */
  private static double gain(Scores scores, int titles, Weights weights, HeldOut user) {
    TopTitles top = new TopTitles(DEPTH);
    for (int title = 0; title < titles; title++) {
      if (!scores.known(title)) {
        top.offer(title, scores.score(title, weights));
      }
    }
    double gain = 0;
    double ideal = 0;
    int place = 0;
    for (Scored scored : top.bestFirst()) {
      double discount = Math.log(2) / Math.log(place + 2.0);
      gain += user.liked().contains(scored.title()) ? discount : 0;
      ideal += place < user.liked().size() ? discount : 0;
      place++;
    }
    return ideal > 0 ? gain / ideal : 0;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? 0 : sum / values.length;
  }
}
