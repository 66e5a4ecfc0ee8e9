package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.core.json.Json;
import io.takewithott.local.runtime.InvocationResult;
import io.takewithott.testing.EventFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Past what starts functions besides requests: schedules. Queues have done so on the way. */
final class TriggerTour {
  private static final List<String> EVENTS =
      List.of(
          "Sweep sweep/nightly",
          "Unlink unlink/every-six-hours",
          "SearchIndex search-index/nightly",
          "PaymentRun payment-run/bill",
          "PaymentRun payment-run/settle",
          "PaymentRun payment-run/reconcile",
          "PaymentRun payment-run/recover",
          "Train train/nightly",
          "Train train/roll-back",
          "KeyRotation key-rotation/monthly");

  private final RouteTour tour;

  TriggerTour(RouteTour tour) {
    this.tour = tour;
  }

  void run() {
    for (String each : EVENTS) {
      String[] parts = each.split(" ", 2);
      invoke(parts[0], Json.bytes(EventFiles.read(parts[1])));
    }
    invoke("KeyRotation", Json.bytes(Map.of("rotate", "now")));
    // Somebody who has left meanwhile.
    String changed =
        Json.text(EventFiles.read("refresh/taste-changed")).replace("1000001", "8999999");
    invoke("Refresh", changed.getBytes(StandardCharsets.UTF_8));
  }

  private void invoke(String function, byte[] event) {
    InvocationResult result = tour.world().server().invoke(function + "Function", event);
    assertThat(result.succeeded()).as(function + " " + result.text()).isTrue();
  }
}
