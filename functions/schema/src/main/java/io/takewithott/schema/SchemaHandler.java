package io.takewithott.schema;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import io.takewithott.core.Environment;
import io.takewithott.core.lambda.CustomResource;
import io.takewithott.core.lambda.LogContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Applies the schema and the rights of functions in it when CloudFormation creates or updates the
 * custom resource; deleting it leaves the data alone. Without a response address (a direct
 * invocation) it only answers.
 */
public final class SchemaHandler
    implements RequestHandler<CloudFormationCustomResourceEvent, Map<String, Object>> {
  private static final String PHYSICAL_ID = "takewithott-schema";

  private final SchemaWiring wiring;

  public SchemaHandler() {
    this(Environment.ofProcess());
  }

  public SchemaHandler(Environment environment) {
    this.wiring = SchemaWiring.of(environment);
  }

  @Override
  public Map<String, Object> handleRequest(
      CloudFormationCustomResourceEvent event, Context context) {
    wiring.budget().begin(Duration.ofMillis(context.getRemainingTimeInMillis()));
    try (LogContext ignored = LogContext.of(context)) {
      return CustomResource.of(event, PHYSICAL_ID).answer(this::bringUpToDate);
    }
  }

  private Map<String, Object> bringUpToDate() {
    Map<String, Object> done = new LinkedHashMap<>();
    done.put("applied", String.join(",", wiring.migrator().migrate()));
    done.put("logIns", String.join(",", wiring.rights().give()));
    return done;
  }
}
