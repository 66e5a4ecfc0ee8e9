package io.takewithott.core.taste;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.queue.MessageQueue;
import io.takewithott.core.queue.QueueException;
import io.takewithott.core.queue.TasteChanged;
import java.util.Map;

/**
 * Tells the recommender of changes, each by a message of its own, so that none depends on another's
 * having arrived. One is told even if nothing changed: then an earlier attempt may have stored the
 * change and failed to tell. In a burst messages are delivered a second later: the first that
 * arrives has the ranking made from everything changed until then, and the others find nothing to
 * do.
 */
public final class TasteAnnouncements {
  /** SQS delays by whole seconds. */
  private static final int BURST_DELAY_SECONDS = 1;

  private final MessageQueue queue;

  public TasteAnnouncements(MessageQueue queue) {
    this.queue = queue;
  }

  /**
   * @throws AppException UNAVAILABLE when it may not have been told; the caller tries again
   */
  public void announce(long userId, long tasteVersion, boolean inBurst) {
    try {
      queue.send(new TasteChanged(userId, tasteVersion), inBurst ? BURST_DELAY_SECONDS : 0);
    } catch (QueueException failure) {
      throw new AppException(
          ErrorCode.UNAVAILABLE,
          "The change is stored but your order is not up to date yet; try again in a moment",
          Map.of(),
          failure);
    }
  }
}
