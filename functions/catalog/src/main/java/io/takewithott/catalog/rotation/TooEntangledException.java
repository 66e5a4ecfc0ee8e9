package io.takewithott.catalog.rotation;

/** A rotation plan would take longer to find than anybody waits. */
final class TooEntangledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooEntangledException() {
    super("The best rotation plan takes too long to find");
  }
}
