package io.takewithott.payment;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.Environment;
import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.LogContext;
import io.takewithott.core.lambda.Priming;
import io.takewithott.core.queue.PushRequest;
import io.takewithott.payment.settlement.Recovery;
import io.takewithott.payment.settlement.Reminders.Reminder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * What is done by schedule, {@code {"run":"bill"}}: {@code bill} charges new months, {@code settle}
 * credits and pays hosts, {@code reconcile} compares the ledger with the provider; the first two
 * finish first what was begun, as {@code recover} does by itself. Reminders that something may be
 * due come by a queue.
 */
public final class PaymentRunHandler implements RequestStreamHandler {
  private static final String RECORDS = "Records";

  private final PaymentRunWiring wiring;

  // Held so that the hooks live as long as the handler does.
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
    try (LogContext ignored = LogContext.of(context, priming.start())) {
      JsonNode event = Json.tree(input.readAllBytes());
      Object report =
          event.has(RECORDS) ? remind(event.path(RECORDS)) : run(event.path("run").asText());
      output.write(Json.bytes(report));
    } finally {
      wiring.pushes().send(PushRequest.outbox());
    }
  }

  /** Several reminders at once are one. */
  private Object remind(JsonNode messages) {
    boolean due = false;
    for (JsonNode message : messages) {
      byte[] body = message.path("body").asText().getBytes(StandardCharsets.UTF_8);
      due |= wiring.reminders().isDue(Json.read(body, Reminder.class));
    }
    return due ? recover() : Map.of("due", false);
  }

  private Recovery.Report recover() {
    Recovery.Report report = wiring.parts().recovery.run();
    wiring.parts().recoveryClock.next().ifPresent(wiring.reminders()::at);
    return report;
  }

  private Object run(String run) {
    return switch (run) {
      case "recover" -> recover();
      case "bill" -> bill();
      case "settle" -> settle();
      case "reconcile" -> wiring.parts().reconciliation.run();
      default -> throw new IllegalArgumentException("There is no run of that name");
    };
  }

  private Object bill() {
    recover();
    int charged = wiring.parts().billing.run();
    wiring.parts().recoveryClock.next().ifPresent(wiring.reminders()::at);
    return Map.of("charged", charged);
  }

  private Object settle() {
    recover();
    return wiring.settlement().run();
  }
}
