package io.takewithott.recommender.snapshot;

/** Where ratings come from: the database. */
public interface RatingsSource {

  Horizon horizon();

  /** Every rating that stands, ascending by user and title. */
  RatingLog everything();

  /** Every rating that stands of users from one id to another, ascending by user and title. */
  RatingLog between(long firstUser, long lastUser);

  /** The ratings that were written, changed or removed by this transaction or a later one. */
  RatingLog changedSince(long transaction);

  /**
   * What the database knows of its transactions at one moment.
   *
   * @param watermark the oldest transaction still running; all earlier ones are visible or undone
   * @param next above every transaction that has begun
   */
  record Horizon(long watermark, long next) {}
}
