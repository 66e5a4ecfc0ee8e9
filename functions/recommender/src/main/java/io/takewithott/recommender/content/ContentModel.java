package io.takewithott.recommender.content;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How like each other titles are by what they are about. For each kind of feature the cosine of the
 * two titles' vectors, in which a rare feature weighs more than a common one (tf-idf: Salton,
 * Buckley: Term-Weighting Approaches in Automatic Text Retrieval, Information Processing and
 * Management 1988); the kinds are added by {@link ContentWeights}. So many keywords do not drown a
 * genre, and a title of which little is known is not like everything.
 *
 * <p>Titles are rows of a sparse matrix whose product with its transpose is the likeness, so
 * nothing is stored for pairs: the likeness of all titles to a whole history costs one pass over
 * the rows.
 */
public final class ContentModel {
  private final int[] offsets;
  private final int[] terms;
  private final float[] weights;
  private final Postings postings;

  private ContentModel(int[] offsets, int[] terms, float[] weights, int termCount) {
    this.offsets = offsets;
    this.terms = terms;
    this.weights = weights;
    this.postings = Postings.of(offsets, terms, weights, termCount);
  }

  public static ContentModel of(TitleFeatures features) {
    return of(features, ContentWeights.DEFAULT);
  }

  public static ContentModel of(TitleFeatures features, ContentWeights kinds) {
    ContentTerms made = new ContentTerms(features);
    int[] offsets = new int[features.titleCount() + 1];
    int[][] rows = new int[features.titleCount()][];
    int[] titlesWith = new int[made.count()];
    for (int title = 0; title < rows.length; title++) {
      rows[title] = made.of(title);
      offsets[title + 1] = offsets[title] + rows[title].length;
      for (int term : rows[title]) {
        titlesWith[term]++;
      }
    }
    int[] terms = Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
    float[] weights = new float[terms.length];
    for (int title = 0; title < rows.length; title++) {
      double[] squares = new double[made.groups()];
      for (int term : rows[title]) {
        squares[made.group(term)] += square(rarity(titlesWith[term], rows.length));
      }
      for (int k = offsets[title]; k < offsets[title + 1]; k++) {
        double part = rarity(titlesWith[terms[k]], rows.length);
        double kind = made.weight(terms[k], kinds);
        weights[k] = (float) (part * Math.sqrt(kind / squares[made.group(terms[k])]));
      }
    }
    return new ContentModel(offsets, terms, weights, made.count());
  }

  /** Inverse document frequency; above 0 also for what every title has. */
  private static double rarity(int titlesWith, int titles) {
    return Math.log(1 + (double) titles / titlesWith);
  }

  private static double square(double value) {
    return value * value;
  }

  public int titleCount() {
    return offsets.length - 1;
  }

  /** Adds the likeness of every other title to this one, times a factor, to the scores. */
  public void spread(int title, float factor, float[] scores) {
    float own = scores[title];
    for (int k = offsets[title]; k < offsets[title + 1]; k++) {
      postings.spread(terms[k], factor * weights[k], scores);
    }
    scores[title] = own;
  }

  /** The same for a whole history at once, in time that does not grow with it. */
  public void spread(int[] titles, float[] factors, float[] scores) {
    float[] profile = new float[postings.termCount()];
    for (int i = 0; i < titles.length; i++) {
      for (int k = offsets[titles[i]]; k < offsets[titles[i] + 1]; k++) {
        profile[terms[k]] += factors[i] * weights[k];
      }
    }
    for (int title = 0; title < titleCount(); title++) {
      float sum = 0;
      for (int k = offsets[title]; k < offsets[title + 1]; k++) {
        sum += profile[terms[k]] * weights[k];
      }
      scores[title] += sum;
    }
    for (int i = 0; i < titles.length; i++) {
      scores[titles[i]] -= factors[i] * likeness(titles[i], titles[i]);
    }
  }

  /** How like two titles are, 0 to 1; like itself a title is as far as it is known. */
  public float likeness(int one, int other) {
    float sum = 0;
    int a = offsets[one];
    int b = offsets[other];
    while (a < offsets[one + 1] && b < offsets[other + 1]) {
      if (terms[a] == terms[b]) {
        sum += weights[a++] * weights[b++];
      } else if (terms[a] < terms[b]) {
        a++;
      } else {
        b++;
      }
    }
    return sum;
  }

  /** The titles most like one, most alike first; of equals the lower index. */
  public List<Similar> similar(int title, int most) {
    float[] likeness = new float[titleCount()];
    spread(title, 1, likeness);
    return IntStream.range(0, likeness.length)
        .filter(other -> likeness[other] > 0)
        .mapToObj(other -> new Similar(other, likeness[other]))
        .sorted(Comparator.comparingDouble(Similar::likeness).reversed())
        .limit(most)
        .toList();
  }

  /** A title, by its index, and how like another it is. */
  public record Similar(int title, float likeness) {}
}
