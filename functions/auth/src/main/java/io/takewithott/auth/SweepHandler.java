package io.takewithott.auth;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.takewithott.core.Environment;
import io.takewithott.core.lambda.LogContext;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** The nightly sweep; its answer is the number of rows deleted from each table. */
public final class SweepHandler implements RequestHandler<Map<String, Object>, Map<String, Long>> {
  private final MailWiring.Sweeper sweeper;

  public SweepHandler() {
    this(Environment.ofProcess());
  }

  public SweepHandler(Environment environment) {
    this(environment, Clock.systemUTC());
  }

  SweepHandler(Environment environment, InstantSource clock) {
    this.sweeper = MailWiring.sweeper(environment, clock);
  }

  @Override
  public Map<String, Long> handleRequest(Map<String, Object> event, Context context) {
    sweeper.budget().begin(Duration.ofMillis(context.getRemainingTimeInMillis()));
    try (LogContext ignored = LogContext.of(context)) {
      return sweeper.sweep().run();
    }
  }
}
