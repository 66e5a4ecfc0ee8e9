package io.takewithott.auth.mail;

import io.takewithott.auth.mail.MailStore.DueMail;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.mail.MailException;
import io.takewithott.core.mail.Mailer;
import io.takewithott.core.metrics.Measured;
import io.takewithott.core.metrics.Metric;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due. A mail is handed over at least once: a crash between handing over and noting
 * it sends it again, with a link of its own.
 */
public final class MailRun {
  private static final Logger LOG = LoggerFactory.getLogger(MailRun.class);
  private static final int BATCH = 10;
  private static final int MOST_BATCHES = 20;

  /** What one mail may take; with less left, the rest waits for the next run. */
  private static final Duration ONE_MAIL = Duration.ofSeconds(15);

  private final MailStore store;
  private final Mailer mailer;
  private final MailText text;
  private final SecureRandom random;
  private final InstantSource clock;
  private final Budget budget;

  public MailRun(
      MailStore store,
      Mailer mailer,
      MailText text,
      SecureRandom random,
      InstantSource clock,
      Budget budget) {
    this.store = store;
    this.mailer = mailer;
    this.text = text;
    this.random = random;
    this.clock = clock;
    this.budget = budget;
  }

  /** Sends until nothing is due, or the time is up. */
  public MailReport run() {
    MailReport report = new MailReport(0, 0, 0);
    for (int batch = 0; batch < MOST_BATCHES; batch++) {
      List<DueMail> due = store.claim(BATCH, clock.instant());
      for (DueMail mail : due) {
        report =
            budget.remaining().compareTo(ONE_MAIL) < 0 ? report.postponed() : send(mail, report);
      }
      if (due.size() < BATCH || report.waiting() > 0) {
        return report;
      }
    }
    return report.postponed();
  }

  private MailReport send(DueMail mail, MailReport report) {
    String to = mail.email();
    if (to == null) {
      store.giveUp(mail.mailId(), clock.instant());
      return report.givenUpOne();
    }
    try {
      mailer.send(text.of(mail.kind(), mail.language(), to, link(mail, to)));
      store.sent(mail.mailId(), clock.instant());
      return report.sentOne();
    } catch (MailException failure) {
      boolean givenUp = failure.isFinal() || mail.last();
      LOG.atWarn()
          .setCause(failure.isFinal() ? null : failure)
          .addKeyValue("mail", mail.mailId())
          .addKeyValue(Measured.KEY, Measured.of(Metric.MAILS_GIVEN_UP, givenUp ? 1 : 0))
          .log("a mail was not taken");
      if (givenUp) {
        store.giveUp(mail.mailId(), clock.instant());
        return report.givenUpOne();
      }
      return report.postponed();
    }
  }

  private Optional<LinkToken> link(DueMail mail, String to) {
    Optional<Duration> lifetime = mail.kind().linkLifetime();
    if (lifetime.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = new byte[LinkToken.BYTES];
    random.nextBytes(bytes);
    LinkToken token = LinkToken.of(bytes);
    Instant now = clock.instant();
    store.issue(token, mail, to, now, now.plus(lifetime.get()));
    return Optional.of(token);
  }

  /**
   * @param waiting mails that are tried again later
   */
  public record MailReport(int sent, int waiting, int givenUp) {
    MailReport sentOne() {
      return new MailReport(sent + 1, waiting, givenUp);
    }

    MailReport postponed() {
      return new MailReport(sent, waiting + 1, givenUp);
    }

    MailReport givenUpOne() {
      return new MailReport(sent, waiting, givenUp + 1);
    }
  }
}
