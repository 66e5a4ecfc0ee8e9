package io.takewithott.local.gateway;

import java.util.Optional;

/** Told about every request when its answer is ready. */
@FunctionalInterface
public interface AccessLog {

  void answered(Entry entry);

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
}
