package io.takewithott.recommender;

/** Users whose ids lie from one to another, both included. */
public record UserRange(long first, long last) {
  static final UserRange EVERYBODY = new UserRange(Long.MIN_VALUE, Long.MAX_VALUE);
}
