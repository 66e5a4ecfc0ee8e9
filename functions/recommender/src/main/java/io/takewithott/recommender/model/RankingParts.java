package io.takewithott.recommender.model;

/** The ranking half of a model. */
public record RankingParts(
    ItemWeights learned,
    ItemWeights opinion,
    ItemNeighbours walk,
    PreferenceFactors coarse,
    PreferenceFactors fine,
    Crowd crowd,
    RankingWeights weights) {

  public RankingParts {
    int titles = crowd.titleCount();
    boolean sameTitles =
        learned.weights().titleCount() == titles
            && opinion.weights().titleCount() == titles
            && walk.titleCount() == titles
            && coarse.titleCount() == titles
            && fine.titleCount() == titles;
    if (!sameTitles) {
      throw new IllegalArgumentException("The parts of a model must know the same titles");
    }
  }

  /** The same parts, weighed otherwise. */
  public RankingParts with(RankingWeights other) {
    return new RankingParts(learned, opinion, walk, coarse, fine, crowd, other);
  }

  public int titleCount() {
    return crowd.titleCount();
  }
}
