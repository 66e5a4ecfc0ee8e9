package io.takewithott.recommender.model;

/**
 * What everybody together says of each title.
 *
 * @param popularity how many liked it, on a scale whose standard deviation over the titles is 1; 0
 *     for one that nobody rated
 * @param esteem how well it was rated, likewise scaled; 0 for the average
 * @param obscurity how little is known of it, likewise scaled: the most for one that nobody liked,
 *     towards 0 for one that everybody did
 */
public record Crowd(float[] popularity, float[] esteem, float[] obscurity) {
  public Crowd {
    if (esteem.length != popularity.length || obscurity.length != popularity.length) {
      throw new IllegalArgumentException("The parts of the crowd must know the same titles");
    }
  }

  public int titleCount() {
    return popularity.length;
  }
}
