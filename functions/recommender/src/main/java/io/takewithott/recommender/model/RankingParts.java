package io.takewithott.recommender.model;

/**
 * The ranking half of a model.
 *
 * @param popularity how many liked each title, on a scale whose standard deviation over the titles
 *     is 1; 0 for one that nobody rated
 * @param esteem how well each was rated, likewise scaled; 0 for the average
 */
public record RankingParts(
    ItemWeights learned,
    ItemWeights opinion,
    ItemNeighbours walk,
    PreferenceFactors coarse,
    PreferenceFactors fine,
    float[] popularity,
    float[] esteem,
    RankingWeights weights) {

  public RankingParts {
    int titles = popularity.length;
    boolean sameTitles =
        learned.weights().titleCount() == titles
            && opinion.weights().titleCount() == titles
            && walk.titleCount() == titles
            && coarse.titleCount() == titles
            && fine.titleCount() == titles
            && esteem.length == titles;
    if (!sameTitles) {
      throw new IllegalArgumentException("The parts of a model must know the same titles");
    }
  }

  /** The same parts, weighed otherwise. */
  public RankingParts with(RankingWeights other) {
    return new RankingParts(learned, opinion, walk, coarse, fine, popularity, esteem, other);
  }
}
