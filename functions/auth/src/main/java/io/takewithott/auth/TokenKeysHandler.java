package io.takewithott.auth;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import io.takewithott.auth.token.KeyRotation;
import io.takewithott.core.Environment;
import io.takewithott.core.lambda.CustomResource;
import io.takewithott.core.lambda.LogContext;
import java.time.Clock;
import java.util.Map;

/** Makes the token's first key when a stack is created. */
public final class TokenKeysHandler
    implements RequestHandler<CloudFormationCustomResourceEvent, Map<String, Object>> {
  private static final String PHYSICAL_ID = "takewithott-token-keys";

  private final KeyRotation keys;

  public TokenKeysHandler() {
    this(Environment.ofProcess());
  }

  public TokenKeysHandler(Environment environment) {
    this.keys = AuthWiring.keyRotation(environment, Clock.systemUTC());
  }

  @Override
  public Map<String, Object> handleRequest(
      CloudFormationCustomResourceEvent event, Context context) {
    try (LogContext ignored = LogContext.of(context)) {
      return CustomResource.of(event, PHYSICAL_ID)
          .answer(() -> Map.of("made", Boolean.toString(keys.ensure())));
    }
  }
}
