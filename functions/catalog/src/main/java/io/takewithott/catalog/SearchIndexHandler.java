package io.takewithott.catalog;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.takewithott.catalog.index.IndexBuild.IndexReport;
import io.takewithott.core.Environment;
import io.takewithott.core.lambda.LogContext;
import io.takewithott.core.lambda.Priming;
import java.time.Duration;
import java.util.Map;

/**
 * Makes the search index anew if anything has changed: every night, and when a search finds that
 * much has. What the event says makes no difference.
 */
public final class SearchIndexHandler implements RequestHandler<Map<String, Object>, IndexReport> {
  private final SearchWiring.Builder builder;

  // Held so that the hooks live as long as the handler does.
  private final Priming priming;

  public SearchIndexHandler() {
    this(Environment.ofProcess());
  }

  public SearchIndexHandler(Environment environment) {
    this.builder = SearchWiring.builder(environment);
    this.priming = Priming.register(builder.warmUp(), () -> {});
  }

  @Override
  public IndexReport handleRequest(Map<String, Object> event, Context context) {
    builder.budget().begin(Duration.ofMillis(context.getRemainingTimeInMillis()));
    try (LogContext ignored = LogContext.of(context, priming.start())) {
      return builder.build().run();
    }
  }
}
