package io.takewithott.recommender.content;

/** The rows of a sparse matrix turned into columns: for each term the titles that have it. */
final class Postings {
  private final int[] offsets;
  private final int[] titles;
  private final float[] weights;

  private Postings(int[] offsets, int[] titles, float[] weights) {
    this.offsets = offsets;
    this.titles = titles;
    this.weights = weights;
  }

  static Postings of(int[] rowOffsets, int[] terms, float[] rowWeights, int termCount) {
    int[] offsets = new int[termCount + 1];
    for (int term : terms) {
      offsets[term + 1]++;
    }
    for (int term = 0; term < termCount; term++) {
      offsets[term + 1] += offsets[term];
    }
    int[] next = offsets.clone();
    int[] titles = new int[terms.length];
    float[] weights = new float[terms.length];
    for (int title = 0; title + 1 < rowOffsets.length; title++) {
      for (int k = rowOffsets[title]; k < rowOffsets[title + 1]; k++) {
        int at = next[terms[k]]++;
        titles[at] = title;
        weights[at] = rowWeights[k];
      }
    }
    return new Postings(offsets, titles, weights);
  }

  int termCount() {
    return offsets.length - 1;
  }

  /** Adds a term's column, times a factor, to the scores. */
  void spread(int term, float factor, float[] scores) {
    for (int k = offsets[term]; k < offsets[term + 1]; k++) {
      scores[titles[k]] += factor * weights[k];
    }
  }
}
