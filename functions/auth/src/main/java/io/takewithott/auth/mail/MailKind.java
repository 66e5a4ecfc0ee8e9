package io.takewithott.auth.mail;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a mail is about; one with a link says how long that is good. */
public enum MailKind {
  VERIFY_EMAIL(Duration.ofDays(3)),
  RESET_PASSWORD(Duration.ofMinutes(30)),
  PASSWORD_CHANGED(null),
  /** To the address that a member wants from now on. */
  CHANGE_EMAIL(Duration.ofDays(1)),
  /** To the address that they have so far; good for longer than the other link. */
  STOP_EMAIL_CHANGE(Duration.ofDays(2)),
  /** To the owner of an address that another member wants. */
  EMAIL_IN_USE(null);

  private final @Nullable Duration linkLifetime;

  MailKind(@Nullable Duration linkLifetime) {
    this.linkLifetime = linkLifetime;
  }

  Optional<Duration> linkLifetime() {
    return Optional.ofNullable(linkLifetime);
  }
}
