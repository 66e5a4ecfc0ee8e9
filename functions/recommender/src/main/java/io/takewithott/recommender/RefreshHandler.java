package io.takewithott.recommender;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.takewithott.core.Environment;
import io.takewithott.core.lambda.LogContext;
import io.takewithott.core.lambda.Priming;
import io.takewithott.recommender.RefreshBatch.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes changed tastes from the queue. */
public final class RefreshHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final RecommenderWiring wiring;
  private final RefreshBatch batch;

  /** There is no snapshot to prepare for: it only tells this instance's first event. */
  private final Priming priming;

  public RefreshHandler() {
    this(Environment.ofProcess());
  }

  public RefreshHandler(Environment environment) {
    this.wiring =
        new RecommenderWiring(RecommenderConfig.from(environment), InstantSource.system());
    this.batch = wiring.refreshBatch();
    this.priming = Priming.register(() -> {}, () -> {});
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    wiring.budget().begin(Duration.ofMillis(context.getRemainingTimeInMillis()));
    List<Message> messages =
        event.getRecords().stream()
            .map(record -> new Message(record.getMessageId(), record.getBody(), sentAt(record)))
            .toList();
    try (LogContext ignored = LogContext.of(context, priming.start())) {
      return new SQSBatchResponse(
          batch.handle(messages).stream().map(SQSBatchResponse.BatchItemFailure::new).toList());
    }
  }

  private static @Nullable Instant sentAt(SQSEvent.SQSMessage message) {
    Map<String, String> attributes = message.getAttributes();
    String millis = attributes == null ? null : attributes.get("SentTimestamp");
    return millis == null || !millis.matches("[0-9]{1,15}")
        ? null
        : Instant.ofEpochMilli(Long.parseLong(millis));
  }
}
