package io.takewithott.auth.mail;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a mail is about; one with a link says how long that is good. */
public enum MailKind {
  VERIFY_EMAIL(Duration.ofDays(3)),
  RESET_PASSWORD(Duration.ofMinutes(30)),
  PASSWORD_CHANGED(null);

  private final @Nullable Duration linkLifetime;

  MailKind(@Nullable Duration linkLifetime) {
    this.linkLifetime = linkLifetime;
  }

  Optional<Duration> linkLifetime() {
    return Optional.ofNullable(linkLifetime);
  }
}
