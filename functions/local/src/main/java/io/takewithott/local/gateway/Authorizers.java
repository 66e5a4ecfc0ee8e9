package io.takewithott.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.takewithott.local.runtime.InvocationResult;
import io.takewithott.local.template.AuthorizerDefinition;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks Lambda authorizers and remembers their answers, kind or not, by the identity they were given
 * for. A failure is not remembered.
 */
final class Authorizers {

  /** Past this the oldest answers go; a local server has few users. */
  private static final int MOST_ANSWERS = 10_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Whether the request may go on; {@code context} is what its function learns. */
  record Decision(Optional<GatewayResponse> refusal, JsonNode context) {
    static Decision refused(GatewayResponse response) {
      return new Decision(Optional.of(response), JsonNodeFactory.instance.objectNode());
    }
  }

  private record Key(String authorizer, List<String> identity) {}

  private record Answer(Decision decision, Instant until) {}

  private final Map<String, AuthorizerDefinition> definitions = new LinkedHashMap<>();
  private final InstantSource clock;
  private final Map<Key, Answer> answers = new LinkedHashMap<>();

  Authorizers(List<AuthorizerDefinition> definitions, InstantSource clock) {
    definitions.forEach(definition -> this.definitions.put(definition.name(), definition));
    this.clock = clock;
  }

  Optional<AuthorizerDefinition> named(String name) {
    return Optional.ofNullable(definitions.get(name));
  }

  /**
   * @param ask invokes the authorizer's function for the given identity
   */
  Decision decide(
      AuthorizerDefinition authorizer,
      HttpRequest request,
      Function<List<String>, InvocationResult> ask) {
    List<String> identity = new ArrayList<>();
    for (String header : authorizer.identityHeaders()) {
      String value = request.headers().getOrDefault(header, "");
      if (value.isEmpty()) {
        return Decision.refused(GatewayResponse.UNAUTHORIZED);
      }
      identity.add(value);
    }
    Key key = new Key(authorizer.name(), List.copyOf(identity));
    Optional<Decision> remembered = remembered(key);
    if (remembered.isPresent()) {
      return remembered.get();
    }
    InvocationResult result = ask.apply(key.identity());
    Decision decision =
        result.succeeded()
            ? read(result.payload())
            : Decision.refused(GatewayResponse.SERVER_ERROR);
    boolean failed = decision.refusal().filter(refusal -> refusal.status() == 500).isPresent();
    if (!failed && !authorizer.cacheTime().isZero()) {
      remember(key, new Answer(decision, clock.instant().plus(authorizer.cacheTime())));
    }
    return decision;
  }

  private static Decision read(byte[] payload) {
    try {
      JsonNode answer = JSON.readTree(payload);
      JsonNode authorized = answer.path("isAuthorized");
      JsonNode context = answer.path("context");
      if (!authorized.isBoolean()
          || !(context.isObject() || context.isMissingNode() || context.isNull())) {
        return Decision.refused(GatewayResponse.SERVER_ERROR);
      }
      if (!authorized.booleanValue()) {
        return Decision.refused(GatewayResponse.FORBIDDEN);
      }
      return new Decision(
          Optional.empty(), context.isObject() ? context : JsonNodeFactory.instance.objectNode());
    } catch (JsonProcessingException e) {
      return Decision.refused(GatewayResponse.SERVER_ERROR);
    } catch (IOException e) {
      throw new IllegalStateException("Reading from memory failed", e);
    }
  }

  private synchronized Optional<Decision> remembered(Key key) {
    Answer answer = answers.get(key);
    if (answer != null && !clock.instant().isBefore(answer.until())) {
      answers.remove(key);
      return Optional.empty();
    }
    return Optional.ofNullable(answer).map(Answer::decision);
  }

  private synchronized void remember(Key key, Answer answer) {
    answers.remove(key);
    answers.put(key, answer);
    if (answers.size() > MOST_ANSWERS) {
      answers.remove(answers.keySet().iterator().next());
    }
  }
}
