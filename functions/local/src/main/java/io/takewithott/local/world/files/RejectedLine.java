package io.takewithott.local.world.files;

/** Says why a line cannot be used. There may be many, so it carries no stack trace. */
final class RejectedLine extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RejectedLine(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
