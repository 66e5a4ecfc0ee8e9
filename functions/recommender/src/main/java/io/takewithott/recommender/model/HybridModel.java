package io.takewithott.recommender.model;

import io.takewithott.recommender.content.TitleFeatures;
import java.time.Instant;
import java.util.Arrays;

/**
 * A hybrid of SVD and KNN as training left it: latent factors for predicted stars; factors of
 * preference, item neighbours and the crowd's preference for the ranking, and how to blend them.
 * Immutable and whole; every title of the catalogue as of {@code trainedAt} has an index in it,
 * rated or not. Safe for any number of threads.
 */
public final class HybridModel {
  private final Instant trainedAt;
  private final long[] titleIds;
  private final float[] crowd;
  private final LatentFactors factors;
  private final PreferenceFactors preferences;
  private final ItemNeighbours neighbours;
  private final Blend blend;
  private final TitleFeatures features;
  private final Trends trends;

  /**
   * @param titleIds ascending
   * @param crowd how much everybody together prefers each title, 0 to 1
   */
  public HybridModel(
      Instant trainedAt,
      long[] titleIds,
      float[] crowd,
      LatentFactors factors,
      PreferenceFactors preferences,
      ItemNeighbours neighbours,
      Blend blend) {
    this(
        trainedAt,
        titleIds,
        crowd,
        factors,
        preferences,
        neighbours,
        blend,
        TitleFeatures.none(titleIds.length),
        Trends.none(titleIds.length));
  }

  private HybridModel(
      Instant trainedAt,
      long[] titleIds,
      float[] crowd,
      LatentFactors factors,
      PreferenceFactors preferences,
      ItemNeighbours neighbours,
      Blend blend,
      TitleFeatures features,
      Trends trends) {
    boolean sameTitles =
        crowd.length == titleIds.length
            && preferences.titleCount() == titleIds.length
            && neighbours.titleCount() == titleIds.length
            && features.titleCount() == titleIds.length
            && trends.titleCount() == titleIds.length;
    if (!sameTitles) {
      throw new IllegalArgumentException("The parts of a model must know the same titles");
    }
    this.trainedAt = trainedAt;
    this.titleIds = titleIds.clone();
    this.crowd = crowd.clone();
    this.factors = factors;
    this.preferences = preferences;
    this.neighbours = neighbours;
    this.blend = blend;
    this.features = features;
    this.trends = trends;
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

  public LatentFactors factors() {
    return factors;
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
    return new HybridModel(
        trainedAt, titleIds, crowd, factors, preferences, neighbours, other, features, trends);
  }

  /** What the catalogue says of the titles. */
  public TitleFeatures features() {
    return features;
  }

  /** What is going on about the titles lately. */
  public Trends trends() {
    return trends;
  }

  /** The same model with these facts of its titles, and what is going on about them. */
  public HybridModel with(TitleFeatures facts, Trends lately) {
    return new HybridModel(
        trainedAt, titleIds, crowd, factors, preferences, neighbours, blend, facts, lately);
  }

  long[] titleIds() {
    return titleIds;
  }

  float[] crowd() {
    return crowd;
  }
}
