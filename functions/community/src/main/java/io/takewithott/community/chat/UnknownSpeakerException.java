package io.takewithott.community.chat;

/** Nobody speaks: the connection is forgotten, or the log-in has ended. */
final class UnknownSpeakerException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
