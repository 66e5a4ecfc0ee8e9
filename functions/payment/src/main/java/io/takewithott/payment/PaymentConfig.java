package io.takewithott.payment;

import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.DatabaseConfig;
import io.takewithott.payment.bootpay.BootpayConfig;
import io.takewithott.payment.money.Won;
import java.util.Optional;

/**
 * What both functions of this module are told.
 *
 * @param pushQueue where changes are announced to open connections, if anywhere
 * @param sealKey the key service's key for log-ins and billing keys
 * @param recoveryQueue where reminders go, if anywhere
 * @param large from here on two administrators have to agree
 */
record PaymentConfig(
    CloudConfig cloud,
    DatabaseConfig database,
    BootpayConfig bootpay,
    Optional<String> pushQueue,
    String sealKey,
    Optional<String> recoveryQueue,
    Won large) {
  private static final int LARGE_WON = 10_000;
  private static final int MOST_WON = 1_000_000;

  static PaymentConfig from(Environment.Settings settings) {
    return new PaymentConfig(
        CloudConfig.from(settings),
        DatabaseConfig.from(settings),
        BootpayConfig.from(settings),
        settings.optional("TWO_PUSH_QUEUE_URL"),
        settings.required("TWO_SEAL_KEY"),
        settings.optional("TWO_RECOVERY_QUEUE_URL"),
        new Won(settings.number("TWO_FOUR_EYES_WON", LARGE_WON, 1, MOST_WON)));
  }
}
