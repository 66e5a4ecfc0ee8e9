package io.takewithott.recommender.model;

import io.takewithott.recommender.content.ContentModel;
import io.takewithott.recommender.content.TitleFeatures;
import io.takewithott.recommender.stars.StarModel;
import java.time.Instant;
import java.util.Arrays;

/**
 * A hybrid of SVD and KNN as training left it: a model of predicted stars, and the parts that make
 * a ranking. Immutable and whole; every title of the catalogue as of {@code trainedAt} has an index
 * in it, rated or not. Safe for any number of threads.
 */
public final class HybridModel {
  private final Instant trainedAt;
  private final long[] titleIds;
  private final RankingParts ranking;
  private final StarModel stars;
  private final TitleFeatures features;
  private final ContentModel content;
  private final Trends trends;

  /**
   * @param titleIds ascending
   */
  public HybridModel(Instant trainedAt, long[] titleIds, RankingParts ranking, StarModel stars) {
    this(
        trainedAt,
        titleIds,
        ranking,
        stars,
        TitleFeatures.none(titleIds.length),
        Trends.none(titleIds.length));
  }

  HybridModel(
      Instant trainedAt,
      long[] titleIds,
      RankingParts ranking,
      StarModel stars,
      TitleFeatures features,
      Trends trends) {
    this(trainedAt, titleIds, ranking, stars, features, ContentModel.of(features), trends);
  }

  private HybridModel(
      Instant trainedAt,
      long[] titleIds,
      RankingParts ranking,
      StarModel stars,
      TitleFeatures features,
      ContentModel content,
      Trends trends) {
    if (ranking.crowd().popularity().length != titleIds.length
        || stars.titleCount() != titleIds.length
        || features.titleCount() != titleIds.length
        || trends.titleCount() != titleIds.length) {
      throw new IllegalArgumentException("The parts of a model must know the same titles");
    }
    this.trainedAt = trainedAt;
    this.titleIds = titleIds.clone();
    this.ranking = ranking;
    this.stars = stars;
    this.features = features;
    this.content = content;
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

  /** How much everybody together likes a title; 0 for one that nobody rated. */
  public float crowd(int title) {
    return ranking.crowd().popularity()[title];
  }

  public RankingParts ranking() {
    return ranking;
  }

  public StarModel stars() {
    return stars;
  }

  /** The same parts, weighed otherwise. */
  public HybridModel with(RankingWeights weights) {
    return new HybridModel(
        trainedAt, titleIds, ranking.with(weights), stars, features, content, trends);
  }

  /** What the catalogue says of the titles. */
  public TitleFeatures features() {
    return features;
  }

  /** Which titles are alike by what the catalogue says of them. */
  public ContentModel content() {
    return content;
  }

  /** What is going on about the titles lately. */
  public Trends trends() {
    return trends;
  }

  /** The same model with these facts of its titles, and what is going on about them. */
  public HybridModel with(TitleFeatures facts, Trends lately) {
    return new HybridModel(trainedAt, titleIds, ranking, stars, facts, lately);
  }

  long[] titleIds() {
    return titleIds;
  }
}
