package io.takewithott.auth;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.takewithott.auth.mail.MailRun.MailReport;
import io.takewithott.core.Environment;
import io.takewithott.core.lambda.LogContext;
import io.takewithott.core.lambda.Priming;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Sends the mails that wait. A message says only that there are some; while any has to be tried
 * again the message is given back, so that the queue comes with it again.
 */
public final class MailHandler implements RequestHandler<SQSEvent, MailReport> {
  private final MailWiring.Sender sender;

  // Held so that the hooks live as long as the handler does.
  private final Priming priming;

  public MailHandler() {
    this(Environment.ofProcess());
  }

  public MailHandler(Environment environment) {
    this(environment, Clock.systemUTC());
  }

  MailHandler(Environment environment, InstantSource clock) {
    this.sender = MailWiring.sender(environment, clock);
    this.priming = Priming.register(sender.warmUp(), () -> {});
  }

  @Override
  public MailReport handleRequest(SQSEvent event, Context context) {
    sender.budget().begin(Duration.ofMillis(context.getRemainingTimeInMillis()));
    try (LogContext ignored = LogContext.of(context, priming.start())) {
      MailReport report = sender.run().run();
      if (report.waiting() > 0) {
        throw new IllegalStateException(report.waiting() + " mails have to be tried again");
      }
      return report;
    }
  }
}
