package io.takewithott.auth;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.takewithott.core.Environment;
import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.LogContext;
import io.takewithott.core.lambda.Priming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Ends connections at their providers, on schedule: those that could not be ended when the identity
 * was removed. Its input is not read.
 */
public final class UnlinkHandler implements RequestStreamHandler {
  private final UnlinkWiring unlinking;

  // Held so that the hooks live as long as the handler does.
  private final Priming priming;

  public UnlinkHandler() {
    this(Environment.ofProcess());
  }

  public UnlinkHandler(Environment environment) {
    this(environment, Clock.systemUTC());
  }

  UnlinkHandler(Environment environment, InstantSource clock) {
    this.unlinking = UnlinkWiring.of(environment, clock);
    this.priming = Priming.register(unlinking.warmUp(), unlinking.afterRestore());
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    unlinking.budget().begin(Duration.ofMillis(context.getRemainingTimeInMillis()));
    try (LogContext ignored = LogContext.of(context, priming.start())) {
      output.write(Json.bytes(unlinking.unlinker().run()));
    }
  }
}
