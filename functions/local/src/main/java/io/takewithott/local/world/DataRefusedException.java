package io.takewithott.local.world;

/** The data is not what it claims to be, or nothing we can read. Nothing has been written. */
public final class DataRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DataRefusedException(String message) {
    super(message);
  }
}
