package io.takewithott.recommender.storage;

/** A stored file is not what it should be: cut off, damaged, or of a format not known here. */
public final class CorruptFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CorruptFileException(String message) {
    super(message);
  }
}
