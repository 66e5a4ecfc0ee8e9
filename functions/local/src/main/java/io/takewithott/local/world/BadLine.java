package io.takewithott.local.world;

/** A line that was left out. */
public record BadLine(String file, long line, String reason) {

  @Override
  public String toString() {
    return file + ", line " + line + ": " + reason;
  }
}
