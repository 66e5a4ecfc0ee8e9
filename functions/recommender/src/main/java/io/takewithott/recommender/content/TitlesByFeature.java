package io.takewithott.recommender.content;

import java.util.BitSet;

/** {@link TitleFeatures} the other way round: for each feature the titles that have it. */
public final class TitlesByFeature {
  private final int[] offsets;
  private final int[] titles;

  public TitlesByFeature(TitleFeatures features) {
    this.offsets = new int[features.featureCount() + 1];
    this.titles = new int[features.features().length];
    for (int feature : features.features()) {
      offsets[feature + 1]++;
    }
    for (int feature = 0; feature < features.featureCount(); feature++) {
      offsets[feature + 1] += offsets[feature];
    }
    int[] next = offsets.clone();
    for (int title = 0; title < features.titleCount(); title++) {
      for (int feature : features.of(title)) {
        titles[next[feature]++] = title;
      }
    }
  }

  public int count(int feature) {
    return offsets[feature + 1] - offsets[feature];
  }

  public BitSet of(int feature) {
    BitSet with = new BitSet();
    for (int k = offsets[feature]; k < offsets[feature + 1]; k++) {
      with.set(titles[k]);
    }
    return with;
  }
}
