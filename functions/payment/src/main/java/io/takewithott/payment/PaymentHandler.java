package io.takewithott.payment;

import io.takewithott.core.Environment;
import io.takewithott.core.http.HttpFunction;
import java.time.Clock;
import java.time.InstantSource;

/** Parties and payments over HTTP. */
public final class PaymentHandler extends HttpFunction {
  public PaymentHandler() {
    this(Environment.ofProcess());
  }

  public PaymentHandler(Environment environment) {
    this(environment, Clock.systemUTC());
  }

  PaymentHandler(Environment environment, InstantSource clock) {
    super(PaymentWiring.http(environment, clock));
  }
}
