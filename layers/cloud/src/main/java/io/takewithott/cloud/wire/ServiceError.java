package io.takewithott.cloud.wire;

import java.util.Map;

/** An error as a service's clients know it. */
public interface ServiceError {
  /** The name that clients map to an exception. */
  String type();

  default int status() {
    return 400;
  }

  default Map<String, String> headers() {
    return Map.of();
  }
}
