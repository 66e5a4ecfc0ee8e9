package io.takewithott.recommender.score;

import io.takewithott.core.ranking.RankedTitle.Shares;
import io.takewithott.recommender.model.Blend.Weights;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.History.Entry;
import io.takewithott.recommender.stars.StarViewer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Every title's score for one user. The neighbours' part and the factors' part are each scaled by
 * their largest value, so that both run from 0 to 1 like the crowd's preference; the blend weighs
 * them. Predicted stars have no part in it: ordered by them a ranking is worse than by popularity.
 * A last, tiny part depends on the title and the whole history: it decides between titles of which
 * nothing is known, otherwise for every history, and never outweighs a real difference.
 */
public final class Scores {
  /** Below the difference that one rating in a million makes. */
  private static final double TIE_BREAK = 1e-9;

  private static final int MOST_REASONS = 3;

  private final HybridModel model;
  private final List<Entry> folded;
  private final Parts parts;
  private final boolean[] known;
  private final boolean anyPicked;
  private final long fingerprint;
  private final Weights weights;
  private final double knnScale;
  private final double svdScale;
  private final float[] preference;

  /** What the history adds to the model: weight of each folded title, user factors, neighbours. */
  static final class Parts {
    private final int[] titles;
    private final float[] affinity;
    private final StarViewer viewer;
    private final double[] own;
    private final float[] knn;

    Parts(int[] titles, float[] affinity, StarViewer viewer, double[] own, float[] knn) {
      this.titles = titles;
      this.affinity = affinity;
      this.viewer = viewer;
      this.own = own;
      this.knn = knn;
    }
  }

  Scores(HybridModel model, History history, List<Entry> folded, Parts parts) {
    this.model = model;
    this.folded = folded;
    this.parts = parts;
    this.known = known(model, history);
    this.anyPicked = folded.stream().anyMatch(Entry::picked);
    this.fingerprint = fingerprint(history);
    this.weights = model.blend().weights(folded.size());
    this.preference = new float[model.titleCount()];
    double mostNeighbours = 0;
    double mostPreferred = 0;
    for (int title = 0; title < preference.length; title++) {
      preference[title] = (float) Math.max(0, model.preferences().preference(parts.own, title));
      if (!known[title]) {
        mostNeighbours = Math.max(mostNeighbours, parts.knn[title]);
        mostPreferred = Math.max(mostPreferred, preference[title]);
      }
    }
    this.knnScale = mostNeighbours > 0 ? 1 / mostNeighbours : 0;
    this.svdScale = mostPreferred > 0 ? 1 / mostPreferred : 0;
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
    long hash = mixed(model.titleId(title) ^ fingerprint) >>> 11;
    return score(title, weights) + TIE_BREAK * (hash * 0x1p-53);
  }

  /** The score under other weights than the model's and without the tie-break, to choose these. */
  public double score(int title, Weights other) {
    return other.knn() * knn(title) + other.svd() * svd(title) + other.crowd() * model.crowd(title);
  }

  /** The predicted stars, 0.5 to 5. */
  public double stars(int title) {
    return parts.viewer.stars(title);
  }

  private double knn(int title) {
    return parts.knn[title] * knnScale;
  }

  private double svd(int title) {
    return preference[title] * svdScale;
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
    if (!anyPicked) {
      return 0;
    }
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
    return parts.affinity[k] * model.neighbours().weight(parts.titles[k], title);
  }
}
