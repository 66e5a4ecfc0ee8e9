package io.takewithott.recommender.score;

import io.takewithott.recommender.content.ContentModel;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.ItemNeighbours;
import io.takewithott.recommender.model.PreferenceFactors.Taste;
import io.takewithott.recommender.model.RankingParts;
import io.takewithott.recommender.model.Signal;
import io.takewithott.recommender.stars.StarViewer;

/**
 * Every signal's number for every title and one history. Those made of the history are brought to a
 * standard deviation of 1 over the titles the user does not have, so that weights mean the same for
 * everybody; predicted stars have their scale already. The order of titles needs no centring.
 */
public final class Signals {
  private final ContentModel content;
  private final RankingParts parts;
  private final Folded folded;
  private final StarViewer viewer;
  private final boolean[] known;
  private final float[] affinities;
  private final Taste coarse;
  private final Taste fine;
  private final float[][] values;
  private final double[] scales;

  Signals(HybridModel model, Folded folded, StarViewer viewer, boolean[] known) {
    this.content = model.content();
    this.parts = model.ranking();
    this.folded = folded;
    this.viewer = viewer;
    this.known = known;
    this.affinities = folded.affinities();
    this.coarse = parts.coarse().foldIn(folded.titles(), affinities);
    this.fine = parts.fine().foldIn(folded.titles(), affinities);
    this.values = new float[Signal.values().length][];
    this.scales = new double[values.length];
    for (Signal signal : Signal.values()) {
      values[signal.ordinal()] = values(signal);
      scales[signal.ordinal()] =
          switch (signal.part()) {
            case CROWD, STARS -> 1;
            case KNN, SVD -> scale(values[signal.ordinal()]);
          };
    }
  }

  private float[] values(Signal signal) {
    return switch (signal) {
      case LEARNED -> parts.learned().signal(folded.titles(), folded.halfStars());
      case OPINION -> parts.opinion().signal(folded.titles(), folded.halfStars());
      case WALK -> walk();
      case COARSE_TASTE -> coarse.signal();
      case FINE_TASTE -> fine.signal();
      case CONTENT -> content();
      case POPULARITY -> parts.crowd().popularity();
      case ESTEEM -> parts.crowd().esteem();
      case OBSCURITY -> parts.crowd().obscurity();
      case STARS -> viewer.stars();
    };
  }

  private float[] content() {
    float[] sums = new float[parts.titleCount()];
    content.spread(folded.titles(), affinities, sums);
    return sums;
  }

  private float[] walk() {
    ItemNeighbours neighbours = parts.walk();
    float[] sums = new float[neighbours.titleCount()];
    for (int k = 0; k < folded.size(); k++) {
      neighbours.spread(folded.titles()[k], affinities[k], sums);
    }
    return sums;
  }

  /** One over the standard deviation, 0 where there is none. */
  private double scale(float[] signal) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int title = 0; title < signal.length; title++) {
      if (!known[title]) {
        sum += signal[title];
        squares += (double) signal[title] * signal[title];
        count++;
      }
    }
    double mean = sum / Math.max(1, count);
    double variance = squares / Math.max(1, count) - mean * mean;
    return variance > mean * mean * 1e-12 && variance > 0 ? 1 / Math.sqrt(variance) : 0;
  }

  /** A signal's scaled number for a title. */
  public double of(Signal signal, int title) {
    return values[signal.ordinal()][title] * scales[signal.ordinal()];
  }

  /** Adds every signal times its weight to the scores. */
  void addTo(double[] scores, float[] weights) {
    for (int s = 0; s < values.length; s++) {
      double factor = weights[s] * scales[s];
      if (factor != 0) {
        for (int title = 0; title < scores.length; title++) {
          scores[title] += factor * values[s][title];
        }
      }
    }
  }

  /**
   * What each entry of the history adds to a title's number; nothing for a signal of the crowd and
   * for stars. The parts sum to {@link #of}.
   */
  double[] contributions(Signal signal, int title) {
    float[] raw =
        switch (signal) {
          case LEARNED -> parts.learned().contributions(folded.titles(), folded.halfStars(), title);
          case OPINION -> parts.opinion().contributions(folded.titles(), folded.halfStars(), title);
          case WALK -> walkContributions(title);
          case COARSE_TASTE -> coarse.contributions(title);
          case FINE_TASTE -> fine.contributions(title);
          case CONTENT -> contentContributions(title);
          case POPULARITY, ESTEEM, OBSCURITY, STARS -> new float[0];
        };
    double[] scaled = new double[raw.length];
    for (int k = 0; k < raw.length; k++) {
      scaled[k] = raw[k] * scales[signal.ordinal()];
    }
    return scaled;
  }

  private float[] contentContributions(int title) {
    float[] parts = affinities.clone();
    for (int k = 0; k < parts.length; k++) {
      parts[k] *= (float) content.likeness(folded.titles()[k], title);
    }
    return parts;
  }

  private float[] walkContributions(int title) {
    float[] parts = affinities.clone();
    for (int k = 0; k < parts.length; k++) {
      parts[k] *= this.parts.walk().weight(folded.titles()[k], title);
    }
    return parts;
  }
}
