package io.takewithott.cloud.bootpay;

import java.util.Map;
import java.util.Optional;

/**
 * What it answers.
 *
 * @param body text, or what becomes JSON
 * @param changed the receipt of which something was changed
 */
record BootpayAnswer(
    int status, Map<String, String> headers, Object body, Optional<BootpayReceipt> changed) {
  private static final Map<String, String> JSON =
      Map.of("content-type", "application/json; charset=utf-8");

  static BootpayAnswer json(Object body) {
    return new BootpayAnswer(200, JSON, body, Optional.empty());
  }

  static BootpayAnswer changed(BootpayReceipt receipt) {
    return new BootpayAnswer(200, JSON, receipt.shown(), Optional.of(receipt));
  }

  static BootpayAnswer refused(int status, String code) {
    return new BootpayAnswer(status, JSON, BootpayStandIn.error(code), Optional.empty());
  }

  static BootpayAnswer text(int status, String type, String text) {
    return new BootpayAnswer(status, Map.of("content-type", type), text, Optional.empty());
  }

  static BootpayAnswer redirect(String location) {
    return new BootpayAnswer(302, Map.of("location", location), "", Optional.empty());
  }
}
