package io.takewithott.payment.bootpay;

import io.takewithott.core.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How the provider is reached.
 *
 * @param secret holds the keys
 * @param standIn what stands in for it; nothing does when absent
 * @param timeout what one answer may take
 */
public record BootpayConfig(String secret, Optional<URI> standIn, Duration timeout) {
  /** A card company may take some seconds to approve. */
  private static final Duration TIMEOUT = Duration.ofSeconds(8);

  public static BootpayConfig from(Environment.Settings settings) {
    return new BootpayConfig(
        settings.required("TWO_BOOTPAY_SECRET"),
        settings.address("TWO_BOOTPAY_ENDPOINT"),
        settings.duration("TWO_BOOTPAY_TIMEOUT", TIMEOUT));
  }
}
