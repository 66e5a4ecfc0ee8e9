package io.takewithott.auth;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.takewithott.auth.token.KeyRotation;
import io.takewithott.core.Environment;
import io.takewithott.core.lambda.LogContext;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

/**
 * Rotates the keys of the access tokens. {@code {"rotate":"due"}} comes on schedule; {@code
 * {"rotate":"now"}} is for a key that may be in other hands, and makes every access token useless.
 */
public final class KeyRotationHandler
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private final KeyRotation keys;

  public KeyRotationHandler() {
    this(Environment.ofProcess());
  }

  public KeyRotationHandler(Environment environment) {
    this(environment, Clock.systemUTC());
  }

  KeyRotationHandler(Environment environment, InstantSource clock) {
    this.keys = AuthWiring.keyRotation(environment, clock);
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    try (LogContext ignored = LogContext.of(context)) {
      return switch (String.valueOf(event.get("rotate"))) {
        case "due" -> Map.of("rotated", keys.rotate());
        case "now" -> replaced();
        default -> throw new IllegalArgumentException("Say {\"rotate\":\"due\"} or \"now\"");
      };
    }
  }

  private Map<String, Object> replaced() {
    keys.replace();
    return Map.of("rotated", true);
  }
}
