package io.takewithott.recommender.rows;

import io.takewithott.recommender.content.FeatureKind;
import io.takewithott.recommender.content.TitleFeatures;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.History.Entry;
import io.takewithott.recommender.score.TopTitles.Scored;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses a row's titles so that its genres are mixed as in the viewer's taste, the lesser
 * interests too, instead of all being of the strongest: calibrated recommendations (Steck, RecSys
 * 2018). Greedily the next title is the one with the highest relevance, 0 to 1 over the titles
 * there are to choose from, less λ · n · KL(p ‖ q): the divergence of the genres q of the n titles
 * so far from those of the taste p, smoothed as in the paper.
 *
 * <p>The price is bounded: of {@link #LAMBDAS} the first counts that leaves the row {@link
 * #LEAST_KEPT} of its discounted relevance (DCG), over its first ten places and over all; if none
 * does, the row stays as it was. Chosen over maximal marginal relevance, which with likeness of
 * content costs some per cent of nDCG where tastes follow genres.
 */
final class Variety {
  /** Strongest first; more than the first changes no row any more within the price. */
  private static final double[] LAMBDAS = {0.06, 0.04, 0.02};

  private static final double LEAST_KEPT = 0.99;
  private static final int FIRST_PLACES = 10;

  /** The part of the taste in every mix, so that a missing genre is no infinite divergence. */
  private static final double SMOOTHING = 0.01;

  /** Below this a title was not liked, and says nothing of the taste. */
  private static final int NOT_LIKED_HALF_STARS = 5;

  private final HybridModel model;
  private final int[][] genres;
  private final int genreCount;

  Variety(HybridModel model) {
    this.model = model;
    TitleFeatures features = model.features();
    this.genres = new int[features.titleCount()][];
    // Genres come first among the features, so their indices are below the number of genres.
    Arrays.setAll(
        genres,
        title ->
            Arrays.stream(features.of(title))
                .filter(feature -> features.feature(feature).kind() == FeatureKind.GENRE)
                .toArray());
    this.genreCount = 1 + Arrays.stream(genres).flatMapToInt(Arrays::stream).max().orElse(-1);
  }

  /** The part of each genre in what somebody liked; all zero when nothing is known. */
  double[] taste(History history) {
    double[] taste = new double[genreCount];
    double all = 0;
    for (Entry entry : history.entries()) {
      int title = model.titleIndex(entry.titleId());
      int liking = entry.halfStars() - NOT_LIKED_HALF_STARS;
      if (title >= 0 && liking > 0 && genres[title].length > 0) {
        for (int genre : genres[title]) {
          taste[genre] += (double) liking / genres[title].length;
        }
        all += liking;
      }
    }
    for (int genre = 0; genre < genreCount && all > 0; genre++) {
      taste[genre] /= all;
    }
    return taste;
  }

  /** So many of the titles, which come best first. */
  List<Integer> choose(List<Scored> titles, double[] taste, int most) {
    int length = Math.min(most, titles.size());
    if (Arrays.stream(taste).anyMatch(part -> part > 0)) {
      double[] relevance = relevance(titles);
      for (double lambda : LAMBDAS) {
        int[] order = calibrated(titles, relevance, taste, lambda, length);
        if (kept(order, relevance, FIRST_PLACES) >= LEAST_KEPT
            && kept(order, relevance, length) >= LEAST_KEPT) {
          return Arrays.stream(order).mapToObj(place -> titles.get(place).title()).toList();
        }
      }
    }
    return titles.stream().limit(length).map(Scored::title).toList();
  }

  private static double[] relevance(List<Scored> titles) {
    double highest = titles.get(0).score();
    double lowest = titles.get(titles.size() - 1).score();
    double range = highest > lowest ? highest - lowest : 1;
    return titles.stream().mapToDouble(title -> (title.score() - lowest) / range).toArray();
  }

  /** Places in the list, in the new order. */
  private int[] calibrated(
      List<Scored> titles, double[] relevance, double[] taste, double lambda, int length) {
    int[] order = new int[length];
    boolean[] taken = new boolean[relevance.length];
    Mix mix = new Mix(taste);
    for (int at = 0; at < length; at++) {
      mix.growTo(at + 1);
      int next = -1;
      double highest = Double.NEGATIVE_INFINITY;
      for (int place = 0; place < relevance.length; place++) {
        if (!taken[place]) {
          int[] added = genres[titles.get(place).title()];
          double value = relevance[place] - lambda * (at + 1) * mix.divergenceWith(added);
          if (value > highest) {
            highest = value;
            next = place;
          }
        }
      }
      order[at] = next;
      taken[next] = true;
      mix.add(genres[titles.get(next).title()]);
    }
    return order;
  }

  /** The part of the discounted relevance that an order keeps over its first places. */
  private static double kept(int[] order, double[] relevance, int places) {
    double now = 0;
    double before = 0;
    for (int at = 0; at < Math.min(places, order.length); at++) {
      double discount = 1 / Math.log(at + 2.0);
      now += relevance[order[at]] * discount;
      before += relevance[at] * discount;
    }
    return before > 0 ? now / before : 1;
  }

  /** The genres of a row while it grows. */
  private static final class Mix {
    private final double[] taste;
    private final double[] sums;
    private final double[] logs;
    private double unchanged;
    private int size;

    Mix(double[] taste) {
      this.taste = taste;
      this.sums = new double[taste.length];
      this.logs = new double[taste.length];
    }

    /** Prepares for a row of so many titles, of which one is still to come. */
    void growTo(int titles) {
      size = titles;
      unchanged = 0;
      for (int genre = 0; genre < taste.length; genre++) {
        if (taste[genre] > 0) {
          logs[genre] = Math.log(smoothed(genre, 0));
          unchanged += taste[genre] * (Math.log(taste[genre]) - logs[genre]);
        }
      }
    }

    /** KL(p ‖ q) when a title of these genres comes. */
    double divergenceWith(int[] added) {
      double divergence = unchanged;
      for (int genre : added) {
        if (taste[genre] > 0) {
          divergence -=
              taste[genre] * (Math.log(smoothed(genre, 1.0 / added.length)) - logs[genre]);
        }
      }
      return divergence;
    }

    void add(int[] added) {
      for (int genre : added) {
        sums[genre] += 1.0 / added.length;
      }
    }

    private double smoothed(int genre, double more) {
      return (1 - SMOOTHING) * (sums[genre] + more) / size + SMOOTHING * taste[genre];
    }
  }
}
