package io.takewithott.local.gateway;

import java.util.Map;
import java.util.Optional;

/** Told about every request when its answer is ready. */
@FunctionalInterface
public interface AccessLog {

  void answered(Entry entry);

  /**
   * Told what was said on a route, and not only that: for those who compare it with a description.
   * It holds tokens and personal data, and does not belong in any log.
   */
  default void exchanged(Exchange exchange) {}

  /**
   * @param path as sent, without its query
   * @param function the function of the route; empty if no route fits
   */
  record Entry(
      String method,
      String path,
      int status,
      long millis,
      Optional<String> function,
      String requestId) {}

  /**
   * A request and its answer.
   *
   * @param routeKey such as {@code GET /titles/{id}}
   * @param query decoded
   * @param headers of the request, lower-cased
   * @param contentType of the answer; empty where there is none
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Exchange(
      String routeKey,
      Map<String, String> query,
      Map<String, String> headers,
      byte[] body,
      int status,
      String contentType,
      byte[] answer) {}
}
