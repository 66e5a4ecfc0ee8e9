package io.takewithott.community;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.takewithott.core.Environment;
import io.takewithott.core.lambda.LogContext;
import io.takewithott.core.lambda.Priming;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes what connections are to be told of from the queue. */
public final class PushHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final PushWiring wiring;

  /** Kept here because its registry holds it weakly. */
  private final Priming priming;

  public PushHandler() {
    this(Environment.ofProcess());
  }

  public PushHandler(Environment environment) {
    this(environment, Clock.systemUTC());
  }

  PushHandler(Environment environment, InstantSource clock) {
    this.wiring = PushWiring.of(environment, clock);
    this.priming = Priming.register(wiring.warmUp(), () -> {});
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    wiring.budget().begin(Duration.ofMillis(context.getRemainingTimeInMillis()));
    Map<String, String> bodies = new LinkedHashMap<>();
    event.getRecords().forEach(record -> bodies.put(record.getMessageId(), record.getBody()));
    try (LogContext ignored = LogContext.of(context, priming.start())) {
      return new SQSBatchResponse(
          wiring.run().handle(bodies).stream()
              .map(SQSBatchResponse.BatchItemFailure::new)
              .toList());
    }
  }
}
