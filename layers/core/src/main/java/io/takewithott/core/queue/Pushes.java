package io.takewithott.core.queue;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for open connections to be told of a change that has been stored. A failure is noted and
 * goes no further: whoever is not told finds the change by asking.
 */
public final class Pushes {
  private static final Logger LOG = LoggerFactory.getLogger(Pushes.class);

  private final Optional<MessageQueue> queue;

  /**
   * @param queue nobody is told without one
   */
  public Pushes(Optional<MessageQueue> queue) {
    this.queue = queue;
  }

  public void send(PushRequest request) {
    try {
      queue.ifPresent(open -> open.send(request));
    } catch (QueueException failure) {
      LOG.atWarn().setCause(failure).log("nobody is told of {}", request.kind());
    }
  }
}
