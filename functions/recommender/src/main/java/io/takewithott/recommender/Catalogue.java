package io.takewithott.recommender;

import io.takewithott.recommender.content.TitleFeatures;

/** Which titles there are, and what is known of them. */
public interface Catalogue {
  Listing read();

  /**
   * All titles.
   *
   * @param titleIds ascending
   * @param features of each title, in that order
   */
  record Listing(long[] titleIds, TitleFeatures features) {
    public Listing {
      if (titleIds.length != features.titleCount()) {
        throw new IllegalArgumentException(
            features.titleCount() + " titles have features, of " + titleIds.length);
      }
    }
  }
}
