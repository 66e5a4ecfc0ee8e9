package io.takewithott.payment;

import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.DatabaseConfig;
import io.takewithott.payment.bootpay.BootpayConfig;

/** What both functions of this module are told. */
record PaymentConfig(CloudConfig cloud, DatabaseConfig database, BootpayConfig bootpay) {
  static PaymentConfig from(Environment.Settings settings) {
    return new PaymentConfig(
        CloudConfig.from(settings), DatabaseConfig.from(settings), BootpayConfig.from(settings));
  }
}
