package io.takewithott.recommender.score;

import io.takewithott.core.ranking.RankedTitle.Shares;
import io.takewithott.recommender.model.Blend.Weights;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.LatentFactors.Viewer;
import io.takewithott.recommender.score.History.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Every title's score for one user. The neighbours' part is scaled by its largest value, the
 * predicted stars by their range, so that both run from 0 to 1 like the crowd's preference; the
 * blend weighs them. A last, tiny part depends on the title and the whole history: it decides
 * between titles of which nothing is known, otherwise for every history, and never outweighs a real
 * difference.
 */
public final class Scores {
  /** Below the difference that one rating in a million makes. */
  private static final double TIE_BREAK = 1e-9;

  private static final int MOST_REASONS = 3;

  private final HybridModel model;
  private final List<Entry> folded;
  private final Parts parts;
  private final boolean[] known;
  private final long fingerprint;
  private final Weights weights;
  private final double knnScale;
  private final double leastStars;
  private final double starsScale;
  private final float[] stars;

  /** What the history adds to the model: weight of each folded title, user factors, neighbours. */
  record Parts(float[] affinity, Viewer viewer, float[] knn) {}

  Scores(HybridModel model, History history, List<Entry> folded, Parts parts) {
    this.model = model;
    this.folded = folded;
    this.parts = parts;
    this.known = known(model, history);
    this.fingerprint = fingerprint(history);
    this.weights = model.blend().weights(folded.size());
    this.stars = new float[model.titleCount()];
    float largest = 0;
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (int title = 0; title < stars.length; title++) {
      stars[title] = (float) model.factors().stars(parts.viewer(), title);
      if (!known[title]) {
        largest = Math.max(largest, parts.knn()[title]);
        least = Math.min(least, stars[title]);
        most = Math.max(most, stars[title]);
      }
    }
    this.knnScale = largest > 0 ? 1.0 / largest : 0;
    this.leastStars = least;
    this.starsScale = most > least ? 1.0 / (most - least) : 0;
  }

  private static boolean[] known(HybridModel model, History history) {
    boolean[] known = new boolean[model.titleCount()];
    for (Entry entry : history.entries()) {
      int title = model.titleIndex(entry.titleId());
      if (title >= 0) {
        known[title] = true;
      }
    }
    return known;
  }

  /** Depends on every entry and not on their order. */
  private static long fingerprint(History history) {
    long sum = 0;
    for (Entry entry : history.entries()) {
      sum += mixed(entry.titleId() * 64 + entry.halfStars() * 2L + (entry.picked() ? 1 : 0));
    }
    return sum;
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood: OOPSLA 2014). */
  private static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Whether the user has the title already: rated or picked. */
  public boolean known(int title) {
    return known[title];
  }

  public double score(int title) {
    return score(title, weights);
  }

  /** The score under other weights than the model's, for choosing these. */
  public double score(int title, Weights other) {
    long hash = mixed(model.titleId(title) ^ fingerprint) >>> 11;
    return other.knn() * knn(title)
        + other.svd() * svd(title)
        + other.crowd() * model.crowd(title)
        + TIE_BREAK * (hash * 0x1p-53);
  }

  /** The predicted stars, 0.5 to 5. */
  public double stars(int title) {
    return stars[title];
  }

  private double knn(int title) {
    return parts.knn()[title] * knnScale;
  }

  private double svd(int title) {
    return Math.max(0, stars[title] - leastStars) * starsScale;
  }

  /** How much each part contributed to a title's score; thousandths, together 1. */
  public Shares shares(int title) {
    double neighbours = weights.knn() * knn(title);
    double svd = weights.svd() * svd(title);
    double crowd = weights.crowd() * model.crowd(title);
    double all = neighbours + svd + crowd;
    if (all <= 0) {
      return new Shares(0, 0, 0, 1);
    }
    double picks = neighbours * pickedPart(title);
    double[] parts = {svd / all, (neighbours - picks) / all, picks / all, crowd / all};
    roundToThousandths(parts);
    return new Shares(parts[0], parts[1], parts[2], parts[3]);
  }

  private double pickedPart(int title) {
    double picked = 0;
    double whole = 0;
    for (int k = 0; k < folded.size(); k++) {
      double part = contribution(k, title);
      whole += part;
      picked += folded.get(k).picked() ? part : 0;
    }
    return whole > 0 ? picked / whole : 0;
  }

  /** Rounds, and gives the largest what is left over. */
  private static void roundToThousandths(double[] parts) {
    long left = 1000;
    int largest = 0;
    for (int i = 0; i < parts.length; i++) {
      long thousandths = Math.round(parts[i] * 1000);
      left -= thousandths;
      largest = parts[i] > parts[largest] ? i : largest;
      parts[i] = thousandths / 1000.0;
    }
    parts[largest] = Math.round(parts[largest] * 1000 + left) / 1000.0;
  }

  /** The user's titles that a title mostly came from, strongest first. */
  public List<Long> because(int title) {
    record Reason(long titleId, double strength) {}
    List<Reason> reasons = new ArrayList<>();
    for (int k = 0; k < folded.size(); k++) {
      double strength = contribution(k, title);
      if (strength > 0) {
        reasons.add(new Reason(folded.get(k).titleId(), strength));
      }
    }
    return reasons.stream()
        .sorted(Comparator.comparingDouble(Reason::strength).reversed())
        .limit(MOST_REASONS)
        .map(Reason::titleId)
        .toList();
  }

  private double contribution(int k, int title) {
    int own = model.titleIndex(folded.get(k).titleId());
    return parts.affinity()[k] * model.neighbours().weight(own, title);
  }
}
