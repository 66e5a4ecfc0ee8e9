package io.takewithott.local.standin.speech;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Ways in which the recogniser misbehaves; in an address with dashes, as {@code no-text}. */
enum SpeechFault {
  /** Answers rightly, but late. */
  SLOW,
  /** HTTP 500. */
  ERROR,
  /** HTTP 429. */
  THROTTLED,
  /** HTTP 401, as for a key that was revoked. */
  BARRED,
  /** HTTP 400, as for audio of more than a minute. */
  TOO_LONG,
  /** Half a JSON object. */
  MALFORMED,
  /** JSON without a text. */
  NO_TEXT,
  /** An answer of a mebibyte. */
  HUGE,
  /** Sends the caller to another address. */
  REDIRECT,
  /** Hangs up instead of answering. */
  LOST;

  static Optional<SpeechFault> named(String name) {
    String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return Stream.of(values()).filter(fault -> fault.name().equals(wanted)).findFirst();
  }
}
