package io.takewithott.local.template;

import java.time.Duration;
import java.util.List;

/**
 * A Lambda authorizer of the HTTP API, with payload format 2.0 and simple responses.
 *
 * @param identityHeaders lower-cased; a request that lacks one is refused without asking. None:
 *     always asked
 * @param cacheTime how long an answer holds for the same identity; zero means no longer than its
 *     request
 */
public record AuthorizerDefinition(
    String name,
    String functionLogicalId,
    List<String> identityHeaders,
    Duration cacheTime,
    boolean simpleResponses,
    String payloadVersion) {

  public AuthorizerDefinition {
    identityHeaders = List.copyOf(identityHeaders);
  }
}
