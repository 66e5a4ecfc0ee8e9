package io.takewithott.cloud.tmdb;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Ways in which TMDB misbehaves; in an address in small letters, as {@code throttled}. */
public enum TmdbFault {
  /** HTTP 429, with the seconds to wait; whoever asks before then is turned away, and noted. */
  THROTTLED,
  /** HTTP 500. */
  ERROR,
  /** Answers rightly, but late. */
  SLOW,
  /** Half a JSON object. */
  MALFORMED,
  /** An answer of eight mebibytes. */
  HUGE,
  /** Sends the caller to another address. */
  REDIRECT,
  /** HTTP 401, as for a token that was withdrawn. */
  BARRED,
  /** Hangs up instead of answering. */
  LOST;

  public static Optional<TmdbFault> named(String name) {
    String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return Stream.of(values()).filter(fault -> fault.name().equals(wanted)).findFirst();
  }
}
