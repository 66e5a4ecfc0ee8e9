package io.takewithott.payment;

import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.DatabaseConfig;
import io.takewithott.payment.bootpay.BootpayConfig;
import java.util.Optional;

/**
 * What both functions of this module are told.
 *
 * @param pushQueue where changes are announced to open connections, if anywhere
 */
record PaymentConfig(
    CloudConfig cloud, DatabaseConfig database, BootpayConfig bootpay, Optional<String> pushQueue) {
  static PaymentConfig from(Environment.Settings settings) {
    return new PaymentConfig(
        CloudConfig.from(settings),
        DatabaseConfig.from(settings),
        BootpayConfig.from(settings),
        settings.optional("TWO_PUSH_QUEUE_URL"));
  }
}
