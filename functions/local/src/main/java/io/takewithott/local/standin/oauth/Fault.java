package io.takewithott.local.standin.oauth;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Ways in which a provider misbehaves; in an address with dashes, as {@code error-as-ok}. */
enum Fault {
  /** Answers rightly, but late. */
  SLOW,
  /** HTTP 500. */
  ERROR,
  /** HTTP 200 with an error in it. */
  ERROR_AS_OK,
  /** Half a JSON object. */
  MALFORMED,
  /** An answer of a mebibyte. */
  HUGE,
  /** Sends the caller to another address, of this machine's own. */
  REDIRECT,
  /** Does what it was asked, and hangs up instead of saying so. */
  LOST,
  /** A profile without an address though it was agreed to. */
  NO_EMAIL,
  /** A profile whose address nobody vouches for. */
  UNPROVEN_EMAIL,
  /** An ID token for another log-in. */
  WRONG_NONCE;

  static Optional<Fault> named(String name) {
    String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return Stream.of(values()).filter(fault -> fault.name().equals(wanted)).findFirst();
  }
}
