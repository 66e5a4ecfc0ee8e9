package io.takewithott.schema;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import io.takewithott.core.Environment;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Applies the schema when CloudFormation creates or updates the custom resource; deleting it leaves
 * the data alone. Without a response address (a direct invocation) it only answers.
 */
public final class SchemaHandler
    implements RequestHandler<CloudFormationCustomResourceEvent, Map<String, Object>> {
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
    CustomResource resource = new CustomResource(event.getResponseUrl(), event.getStackId(), event.getRequestId(), event.getLogicalResourceId());
    try {
      List<String> applied =
          "Delete".equals(event.getRequestType()) ? List.of() : wiring.migrator().migrate();
      Map<String, Object> data = Map.of("applied", String.join(",", applied));
      resource.succeed(data);
      return data;
    } catch (RuntimeException failure) {
      resource.fail(failure);
      throw failure;
    }
  }
}
