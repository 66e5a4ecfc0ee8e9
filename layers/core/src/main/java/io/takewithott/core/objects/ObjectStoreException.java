package io.takewithott.core.objects;

/** S3 refused, failed or could not be reached; a write may or may not have happened. */
public final class ObjectStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ObjectStoreException(String key, Throwable cause) {
    super("S3 failed at " + key, cause);
  }
}
