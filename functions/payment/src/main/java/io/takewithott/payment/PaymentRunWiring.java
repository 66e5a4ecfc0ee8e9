package io.takewithott.payment;

import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.database.Database;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.queue.Pushes;
import io.takewithott.core.secrets.Secrets;
import io.takewithott.payment.bootpay.Bootpay;
import io.takewithott.payment.bootpay.BootpayClient;
import io.takewithott.payment.bootpay.Keys;
import io.takewithott.payment.bootpay.MeasuredBootpay;
import io.takewithott.payment.settlement.Reminders;
import io.takewithott.payment.settlement.Settlement;
import io.takewithott.payment.settlement.SettlementStore;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/** What the function that runs by schedule is made of. */
record PaymentRunWiring(
    PaymentParts parts,
    Settlement settlement,
    Reminders reminders,
    Pushes pushes,
    Budget budget,
    Runnable warmUp,
    Runnable afterRestore) {
  /** As long as any function may take. */
  private static final Duration LONGEST_RUN = Duration.ofMinutes(15);

  private static final Duration OBJECT_TIMEOUT = Duration.ofSeconds(10);

  static PaymentRunWiring of(Environment environment, InstantSource clock) {
    Config config = environment.read(Config::from);
    Budget budget = new Budget(Clock.systemUTC(), LONGEST_RUN);
    CloudClients clients = new CloudClients(config.payment.cloud());
    Database database = clients.database(config.payment.database(), budget);
    Secrets secrets = clients.secrets(clock);
    Bootpay bootpay =
        new MeasuredBootpay(
            new BootpayClient(
                config.payment.bootpay(),
                new Keys(secrets, config.payment.bootpay().secret()),
                budget));
    PaymentParts parts =
        new PaymentParts(
            database, bootpay, clients.envelopes(config.payment.sealKey()), budget, clock);
    Settlement settlement =
        new Settlement(
            parts.memberships,
            new SettlementStore(database),
            clients.objects(config.bucket, OBJECT_TIMEOUT),
            budget,
            parts.today);
    return new PaymentRunWiring(
        parts,
        settlement,
        new Reminders(config.payment.recoveryQueue().map(clients::queue), parts.today),
        new Pushes(config.payment.pushQueue().map(clients::queue)),
        budget,
        database::ping,
        secrets::forget);
  }

  private record Config(PaymentConfig payment, String bucket) {
    static Config from(Environment.Settings settings) {
      return new Config(PaymentConfig.from(settings), settings.required("TWO_BUCKET"));
    }
  }
}
