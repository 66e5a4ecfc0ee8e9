package io.takewithott.cloud.wire;

import org.jspecify.annotations.Nullable;

/** A request that a service refuses. */
public class ServiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ServiceError error;

  public ServiceException(ServiceError error, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.error = error;
  }

  public ServiceError error() {
    return error;
  }
}
