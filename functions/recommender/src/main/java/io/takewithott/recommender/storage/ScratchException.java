package io.takewithott.recommender.storage;

import java.io.IOException;

/** A temporary file cannot be made, written or read, most likely because the disk is full. */
public final class ScratchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ScratchException(String message) {
    super(message);
  }

  ScratchException(String purpose, IOException cause) {
    super("The temporary file of " + purpose + " failed: " + cause.getMessage(), cause);
  }
}
