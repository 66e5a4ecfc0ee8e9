package io.takewithott.core.queue;

/**
 * Something that open connections are to be told of. It never says what: whoever is told asks.
 *
 * @param kind {@link #RANKING} for one user, {@link #OUTBOX} for everything that the database noted
 *     down
 * @param userId 0 where it is nobody in particular
 */
public record PushRequest(long userId, String kind) {
  public static final String RANKING = "ranking";
  public static final String OUTBOX = "outbox";

  public static PushRequest ranking(long userId) {
    return new PushRequest(userId, RANKING);
  }

  public static PushRequest outbox() {
    return new PushRequest(0, OUTBOX);
  }
}
