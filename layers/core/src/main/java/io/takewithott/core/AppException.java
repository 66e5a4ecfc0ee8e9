package io.takewithott.core;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A failure the caller is told about. The message says what was wrong, what was found and what to
 * do; the details are members of the error body and never hold secrets or personal data.
 */
public final class AppException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient Map<String, Object> details;

  public AppException(ErrorCode code, String message) {
    this(code, message, Map.of(), null);
  }

  public AppException(ErrorCode code, String message, Map<String, Object> details) {
    this(code, message, details, null);
  }

  public AppException(
      ErrorCode code, String message, Map<String, Object> details, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.details = Map.copyOf(details);
  }

  public ErrorCode code() {
    return code;
  }

  public Map<String, Object> details() {
    return details;
  }

  /** The message, which an application failure always has. */
  public String reason() {
    String message = getMessage();
    return message == null ? code.name() : message;
  }
}
