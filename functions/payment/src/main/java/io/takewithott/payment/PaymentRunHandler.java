package io.takewithott.payment;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.takewithott.core.Environment;
import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.LogContext;
import io.takewithott.core.lambda.Priming;
import io.takewithott.core.queue.PushRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * What is done by schedule, {@code {"run":"recover"}}: {@code recover} finishes what was begun,
 * {@code bill} charges new months, {@code settle} credits and pays hosts, {@code reconcile}
 * compares the ledger with the provider.
 */
public final class PaymentRunHandler implements RequestStreamHandler {
  private final PaymentRunWiring wiring;

  // Held so that the hooks live as long as the handler does.
  @SuppressWarnings({"unused", "FieldCanBeLocal", "UnusedVariable"})
  private final Priming priming;

  public PaymentRunHandler() {
    this(Environment.ofProcess());
  }

  public PaymentRunHandler(Environment environment) {
    this(environment, Clock.systemUTC());
  }

  PaymentRunHandler(Environment environment, InstantSource clock) {
    this.wiring = PaymentRunWiring.of(environment, clock);
    this.priming = Priming.register(wiring.warmUp(), wiring.afterRestore());
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    wiring.budget().begin(Duration.ofMillis(context.getRemainingTimeInMillis()));
    try (LogContext ignored = LogContext.of(context)) {
      String run = Json.tree(input.readAllBytes()).path("run").asText();
      output.write(Json.bytes(run(run)));
    } finally {
      wiring.pushes().send(PushRequest.outbox());
    }
  }

  private Object run(String run) {
    return switch (run) {
      case "recover" -> wiring.parts().recovery.run();
      case "bill" -> Map.of("charged", wiring.parts().billing.run());
      case "settle" -> wiring.settlement().run();
      case "reconcile" -> wiring.parts().reconciliation.run();
      default -> throw new IllegalArgumentException("There is no run of that name");
    };
  }
}
