package io.takewithott.auth;

import io.takewithott.auth.mail.MailNudge;
import io.takewithott.auth.mail.MailRun;
import io.takewithott.auth.mail.MailStore;
import io.takewithott.auth.mail.MailText;
import io.takewithott.auth.photo.DiscardedPhotos;
import io.takewithott.auth.sweep.Sweep;
import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseConfig;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.photo.Photos;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/** What the functions are made of that work when nobody waits: mails, and the nightly sweep. */
final class MailWiring {
  /** Below the functions' timeouts in template.yaml. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** For deleting one object. */
  private static final Duration OBJECT_TIMEOUT = Duration.ofSeconds(10);

  private MailWiring() {}

  static Sender sender(Environment environment, InstantSource clock) {
    SenderConfig config = environment.read(SenderConfig::from);
    Budget budget = new Budget(Clock.systemUTC(), LONGEST);
    CloudClients clients = new CloudClients(config.cloud());
    Database database = clients.database(config.database(), budget);
    MailRun run =
        new MailRun(
            new MailStore(database),
            clients.mailer(config.from()),
            new MailText(config.siteAddress().toString()),
            new SecureRandom(),
            clock,
            budget);
    return new Sender(run, budget, database::ping);
  }

  static Sweeper sweeper(Environment environment, InstantSource clock) {
    SweepConfig config = environment.read(SweepConfig::from);
    Budget budget = new Budget(Clock.systemUTC(), LONGEST);
    CloudClients clients = new CloudClients(config.cloud());
    Database database = clients.database(config.database(), budget);
    Photos photos =
        new Photos(clients.objects(config.bucket(), OBJECT_TIMEOUT), new SecureRandom());
    return new Sweeper(
        new Sweep(
            database,
            new DiscardedPhotos(database, photos, clock),
            new MailNudge(clients.queue(config.mailQueueUrl())),
            clock),
        budget);
  }

  record Sender(MailRun run, Budget budget, Runnable warmUp) {}

  record Sweeper(Sweep sweep, Budget budget) {}

  /**
   * @param from an address that SES may send for
   */
  private record SenderConfig(
      CloudConfig cloud, DatabaseConfig database, String from, URI siteAddress) {
    static SenderConfig from(Environment.Settings settings) {
      settings.required("TWO_SITE_ADDRESS");
      return new SenderConfig(
          CloudConfig.from(settings),
          DatabaseConfig.from(settings),
          settings.required("TWO_MAIL_FROM"),
          settings.address("TWO_SITE_ADDRESS").orElse(URI.create("http://invalid")));
    }
  }

  private record SweepConfig(
      CloudConfig cloud, DatabaseConfig database, String mailQueueUrl, String bucket) {
    static SweepConfig from(Environment.Settings settings) {
      return new SweepConfig(
          CloudConfig.from(settings),
          DatabaseConfig.from(settings),
          settings.required("TWO_MAIL_QUEUE_URL"),
          settings.required("TWO_BUCKET"));
    }
  }
}
