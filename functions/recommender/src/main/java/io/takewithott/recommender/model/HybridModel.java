package io.takewithott.recommender.model;

import io.takewithott.recommender.stars.StarModel;
import java.time.Instant;
import java.util.Arrays;

/**
 * A hybrid of SVD and KNN as training left it: a model of stars; factors of preference, item
 * neighbours and the crowd's preference for the ranking, and how to blend them. Immutable and
 * whole; every title of the catalogue as of {@code trainedAt} has an index in it, rated or not.
 * Safe for any number of threads.
 */
public final class HybridModel {
  private final Instant trainedAt;
  private final long[] titleIds;
  private final float[] crowd;
  private final StarModel stars;
  private final PreferenceFactors preferences;
  private final ItemNeighbours neighbours;
  private final Blend blend;

  /**
   * @param titleIds ascending
   * @param crowd how much everybody together prefers each title, 0 to 1
   */
  public HybridModel(
      Instant trainedAt,
      long[] titleIds,
      float[] crowd,
      StarModel stars,
      PreferenceFactors preferences,
      ItemNeighbours neighbours,
      Blend blend) {
    boolean sameTitles =
        crowd.length == titleIds.length
            && stars.titleCount() == titleIds.length
            && preferences.titleCount() == titleIds.length
            && neighbours.titleCount() == titleIds.length;
    if (!sameTitles) {
      throw new IllegalArgumentException("The parts of a model must know the same titles");
    }
    this.trainedAt = trainedAt;
    this.titleIds = titleIds.clone();
    this.crowd = crowd.clone();
    this.stars = stars;
    this.preferences = preferences;
    this.neighbours = neighbours;
    this.blend = blend;
  }

  public Instant trainedAt() {
    return trainedAt;
  }

  public int titleCount() {
    return titleIds.length;
  }

  public long titleId(int title) {
    return titleIds[title];
  }

  /** The index of a title, negative when the model does not know it. */
  public int titleIndex(long titleId) {
    return Arrays.binarySearch(titleIds, titleId);
  }

  /** How much everybody together prefers a title, 0 to 1; 0 for one that nobody rated. */
  public float crowd(int title) {
    return crowd[title];
  }

  public StarModel stars() {
    return stars;
  }

  public PreferenceFactors preferences() {
    return preferences;
  }

  public ItemNeighbours neighbours() {
    return neighbours;
  }

  public Blend blend() {
    return blend;
  }

  /** The same parts, blended otherwise. */
  public HybridModel with(Blend other) {
    return new HybridModel(trainedAt, titleIds, crowd, stars, preferences, neighbours, other);
  }

  long[] titleIds() {
    return titleIds;
  }

  float[] crowd() {
    return crowd;
  }
}
