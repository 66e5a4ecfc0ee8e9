package io.takewithott.recommender;

/**
 * What a training did.
 *
 * @param modelVersion the model it published, empty if none
 * @param published false when another training published its model meanwhile; nobody is ranked then
 * @param peakHeapBytes the most memory in use at any moment
 */
public record TrainReport(
    long ratings,
    long users,
    long titles,
    String modelVersion,
    boolean published,
    Seconds seconds,
    long peakHeapBytes,
    RankReport ranked) {

  /** How long each stage took. */
  public record Seconds(double export, double train, double store, double rank) {}

  /**
   * What became of the users to rank.
   *
   * @param newerStood had a ranking by the same model and of the same or a newer history already
   * @param failed could not be written; their next change or the next training ranks them
   * @param remaining were not reached in the time there was
   */
  public record RankReport(int written, int newerStood, int failed, int remaining) {
    public static final RankReport NOBODY = new RankReport(0, 0, 0, 0);

    /** Both together. */
    public RankReport plus(RankReport other) {
      return new RankReport(
          written + other.written,
          newerStood + other.newerStood,
          failed + other.failed,
          remaining + other.remaining);
    }
  }
}
