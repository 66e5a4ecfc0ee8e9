package io.takewithott.auth;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.auth.token.Access;
import io.takewithott.auth.token.AccessTokens;
import io.takewithott.core.Environment;
import io.takewithott.core.http.Caller;
import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.LogContext;
import io.takewithott.core.lambda.Priming;
import io.takewithott.core.lambda.SyntheticContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Lambda authorizer (payload format 2.0, simple responses). A valid token gives the caller's id
 * to the function; an invalid one is refused. No token at all is let through without a caller: that
 * happens only on routes whose authorizer declares no identity source, because API Gateway itself
 * refuses it on all others.
 */
public final class AuthorizerHandler implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(AuthorizerHandler.class);
  private static final String SCHEME = "Bearer ";
  private static final int WARMING_MILLIS = 10_000;

  private final AccessTokens tokens;

  // Held so that the hooks live as long as the handler does.
  private final Priming priming;

  public AuthorizerHandler() {
    this(Environment.ofProcess());
  }

  public AuthorizerHandler(Environment environment) {
    this(environment, Clock.systemUTC());
  }

  AuthorizerHandler(Environment environment, InstantSource clock) {
    AuthWiring.Verifier verifier = AuthWiring.verifier(environment, clock);
    this.tokens = verifier.tokens();
    this.priming = Priming.register(this::warmUp, verifier.afterRestore());
  }

  /** Verifies a token, and decides about somebody without one: nothing happens but work. */
  private void warmUp() {
    tokens.warmUp();
    try (InputStream visitor = new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8))) {
      handleRequest(
          visitor,
          OutputStream.nullOutputStream(),
          new SyntheticContext("priming", WARMING_MILLIS));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    try (LogContext log = LogContext.of(context, priming.start())) {
      JsonNode event = Json.tree(input.readAllBytes());
      log.within(event.at("/requestContext/requestId").asText());
      output.write(Json.bytes(decide(header(event, "authorization"))));
    }
  }

  private Decision decide(Optional<String> authorization) {
    if (authorization.isEmpty()) {
      return new Decision(true, Map.of());
    }
    Optional<Access> access =
        authorization
            .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
            .flatMap(value -> tokens.verify(value.substring(SCHEME.length()).strip()));
    if (access.isEmpty()) {
      LOG.info("a token was refused");
    }
    return access
        .map(found -> new Decision(true, context(found)))
        .orElse(new Decision(false, Map.of()));
  }

  private static Map<String, String> context(Access access) {
    Map<String, String> context = new LinkedHashMap<>();
    context.put(Caller.USER_ID, Long.toString(access.userId()));
    context.put(Caller.SESSION_ID, access.sessionId());
    if (access.admin()) {
      context.put(Caller.ROLE, Caller.ADMIN);
    }
    return context;
  }

  /** Header names arrive in lower case from the HTTP API; other sources are not relied upon. */
  private static Optional<String> header(JsonNode event, String name) {
    for (Map.Entry<String, JsonNode> header : event.path("headers").properties()) {
      if (header.getKey().equalsIgnoreCase(name) && !header.getValue().asText().isBlank()) {
        return Optional.of(header.getValue().asText());
      }
    }
    return Optional.empty();
  }

  record Decision(boolean isAuthorized, Map<String, String> context) {}
}
