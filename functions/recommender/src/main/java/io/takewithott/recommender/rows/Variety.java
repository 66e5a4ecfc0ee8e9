package io.takewithott.recommender.rows;

import io.takewithott.recommender.content.ContentModel;
import io.takewithott.recommender.content.ContentModel.Comparison;
import io.takewithott.recommender.score.TopTitles.Scored;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses a row's titles so that they are not all alike: maximal marginal relevance (Carbonell,
 * Goldstein: The Use of MMR, Diversity-Based Reranking, SIGIR 1998). The next title is the one with
 * the highest λ · relevance − (1 − λ) · likeness to the most similar title chosen before it;
 * relevance runs from 0 to 1 over the titles there are to choose from.
 *
 * <p>The price is bounded: of {@link #LAMBDAS} the most varied counts that leaves the row {@link
 * #LEAST_KEPT} of its discounted relevance (DCG), over its first ten places and over all; if none
 * does, the row stays as it was.
 */
final class Variety {
  /** Most varied first. Below 0.7 a row no longer looks like what it promises. */
  private static final double[] LAMBDAS = {0.7, 0.8, 0.9, 0.95};

  /** One per cent is what a viewer does not notice. */
  private static final double LEAST_KEPT = 0.99;

  private static final int FIRST_PLACES = 10;

  private final ContentModel content;

  Variety(ContentModel content) {
    this.content = content;
  }

  /** So many of the titles, which come best first. */
  List<Integer> choose(List<Scored> titles, int most) {
    double[] relevance = relevance(titles);
    float[][] likeness = likeness(titles);
    for (double lambda : LAMBDAS) {
      List<Integer> order = marginal(relevance, likeness, lambda, Math.min(most, titles.size()));
      if (kept(order, relevance, FIRST_PLACES) >= LEAST_KEPT
          && kept(order, relevance, most) >= LEAST_KEPT) {
        return order.stream().map(place -> titles.get(place).title()).toList();
      }
    }
    return titles.stream().limit(most).map(Scored::title).toList();
  }

  private static double[] relevance(List<Scored> titles) {
    double highest = titles.get(0).score();
    double lowest = titles.get(titles.size() - 1).score();
    double range = highest > lowest ? highest - lowest : 1;
    return titles.stream().mapToDouble(title -> (title.score() - lowest) / range).toArray();
  }

  private float[][] likeness(List<Scored> titles) {
    float[][] likeness = new float[titles.size()][titles.size()];
    Comparison comparison = content.comparison();
    for (int a = 0; a < likeness.length; a++) {
      comparison.with(titles.get(a).title());
      for (int b = 0; b < a; b++) {
        likeness[a][b] = comparison.likeness(titles.get(b).title());
        likeness[b][a] = likeness[a][b];
      }
    }
    return likeness;
  }

  /** Places in the list, in the new order. */
  private static List<Integer> marginal(
      double[] relevance, float[][] likeness, double lambda, int most) {
    List<Integer> chosen = new ArrayList<>();
    boolean[] taken = new boolean[relevance.length];
    double[] closest = new double[relevance.length];
    while (chosen.size() < most) {
      int next = -1;
      double highest = Double.NEGATIVE_INFINITY;
      for (int place = 0; place < relevance.length; place++) {
        double value = lambda * relevance[place] - (1 - lambda) * closest[place];
        if (!taken[place] && value > highest) {
          highest = value;
          next = place;
        }
      }
      chosen.add(next);
      taken[next] = true;
      for (int place = 0; place < relevance.length; place++) {
        closest[place] = Math.max(closest[place], likeness[next][place]);
      }
    }
    return chosen;
  }

  /** The part of the discounted relevance that an order keeps over its first places. */
  private static double kept(List<Integer> order, double[] relevance, int places) {
    double now = 0;
    double before = 0;
    for (int at = 0; at < Math.min(places, order.size()); at++) {
      double discount = 1 / Math.log(at + 2.0);
      now += relevance[order.get(at)] * discount;
      before += relevance[at] * discount;
    }
    return before > 0 ? now / before : 1;
  }
}
