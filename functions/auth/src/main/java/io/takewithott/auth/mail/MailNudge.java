package io.takewithott.auth.mail;

import io.takewithott.core.queue.MessageQueue;
import io.takewithott.core.queue.QueueException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the function that sends mails. The mails themselves are in the database already: a nudge
 * that is lost delays one until the next nudge, or until the nightly sweep.
 */
public final class MailNudge {
  private static final Logger LOG = LoggerFactory.getLogger(MailNudge.class);

  private final MessageQueue queue;

  public MailNudge(MessageQueue queue) {
    this.queue = queue;
  }

  /** Also when there may be nothing to send, so that nobody can tell by the time it takes. */
  public void nudge() {
    try {
      queue.send(Map.of("mails", "waiting"));
    } catch (QueueException unreachable) {
      LOG.atWarn().setCause(unreachable).log("mails wait, and their sender could not be told");
    }
  }
}
