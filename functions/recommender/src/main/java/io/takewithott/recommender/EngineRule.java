package io.takewithott.recommender;

import java.util.Map;

/**
 * Where a scheduled training runs. On Spark, if there is one and any of these holds: there are so
 * many ratings; there are so many titles; or the function's own last training, in proportion to the
 * ratings there are now, would take so long. What the function took last is carried along from
 * model to model, also by those that Spark trained, so that the answer does not swing.
 *
 * @param fromRatings past some 100 million the snapshot and the sums no longer fit 10 GB together
 * @param fromTitles past these the walk's rows take most of a function's time
 * @param fromSeconds of the 900 that a function has
 */
record EngineRule(long fromRatings, long fromTitles, long fromSeconds) {
  static final String SECONDS = "functionSeconds";
  static final String RATINGS = "functionRatings";

  /**
   * @param ratings as many as there were when they were last counted
   * @param model what is noted of the current model
   */
  boolean choosesSpark(long ratings, long titles, Map<String, Long> model) {
    return ratings >= fromRatings
        || titles >= fromTitles
        || expected(ratings, model) >= fromSeconds;
  }

  private static double expected(long ratings, Map<String, Long> model) {
    long then = model.getOrDefault(RATINGS, 0L);
    double growth = then == 0 ? 1 : Math.max(1, (double) ratings / then);
    return growth * model.getOrDefault(SECONDS, 0L);
  }
}
