package io.takewithott.recommender;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.takewithott.core.Environment;
import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.LogContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Trains on schedule. Input {@code {"rank":"active"}} or {@code {"rank":"everyone"}}; with {@code
 * "seconds"} it takes no longer and decides less. With {@code {"rollback":"previous"}}, or a
 * model's name, it puts that model back in force instead. {@code "engine":"spark"} or {@code
 * "engine":"function"} says where; else {@link EngineRule} does.
 */
public final class TrainHandler implements RequestStreamHandler {
  /** What starting a job takes, at most. */
  private static final Duration TO_START_A_JOB = Duration.ofMinutes(2);

  private final RecommenderWiring wiring;
  private final TrainingDispatch training;
  private final RollbackRun rollback;

  public TrainHandler() {
    this(Environment.ofProcess());
  }

  public TrainHandler(Environment environment) {
    this.wiring =
        new RecommenderWiring(RecommenderConfig.from(environment), InstantSource.system());
    this.training = wiring.trainingDispatch();
    this.rollback = wiring.rollbackRun();
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    wiring.budget().begin(Duration.ofMillis(context.getRemainingTimeInMillis()));
    try (LogContext ignored = LogContext.of(context)) {
      TrainRequest request = TrainRequest.parse(input.readAllBytes());
      Object report =
          request.rollback().isPresent()
              ? rollback.run(request.rollback().get(), request.rank())
              : training.run(request, this::littleTimeIsLeft);
      output.write(Json.bytes(report));
    }
  }

  private boolean littleTimeIsLeft() {
    return wiring.budget().remaining().compareTo(TO_START_A_JOB) < 0;
  }
}
