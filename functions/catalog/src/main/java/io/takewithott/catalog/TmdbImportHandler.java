package io.takewithott.catalog;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.catalog.importing.TmdbImport.Summary;
import io.takewithott.core.Environment;
import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.LogContext;
import io.takewithott.core.lambda.Priming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Imports from TMDB: {@code {"run":"due"}} by schedule, {@code {"run":"full"}} and {@code
 * {"run":"due","dry":true}} by hand, {@code {"run":"continue"}} by its queue, for an administrator
 * or for itself.
 */
public final class TmdbImportHandler implements RequestStreamHandler {
  private static final List<String> RUNS = List.of("due", "full", "continue");

  private final TmdbImportWiring wiring;

  // Held so that the hooks live as long as the handler does.
  private final Priming priming;

  public TmdbImportHandler() {
    this(Environment.ofProcess());
  }

  public TmdbImportHandler(Environment environment) {
    this.wiring = TmdbImportWiring.of(environment);
    this.priming = Priming.register(wiring.warmUp(), wiring.afterRestore());
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    wiring.budget().begin(Duration.ofMillis(context.getRemainingTimeInMillis()));
    try (LogContext ignored = LogContext.of(context, priming.start())) {
      JsonNode wanted = wanted(Json.tree(input.readAllBytes()));
      String run = wanted.path("run").asText();
      if (!RUNS.contains(run)) {
        throw new IllegalArgumentException("run is one of " + RUNS);
      }
      Summary summary = wiring.work().run(run, wanted.path("dry").asBoolean());
      output.write(Json.bytes(summary));
    }
  }

  /** The message of a queue's event, of which there is one; else the event itself. */
  private static JsonNode wanted(JsonNode event) {
    JsonNode body = event.path("Records").path(0).path("body");
    return body.isTextual() ? Json.tree(body.textValue().getBytes(StandardCharsets.UTF_8)) : event;
  }
}
