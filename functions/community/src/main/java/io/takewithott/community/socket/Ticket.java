package io.takewithott.community.socket;

import io.takewithott.core.objects.Checksum;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What opens one connection, once. The database knows its hash alone. */
record Ticket(String text) {
  private static final int BYTES = 32;

  static Ticket make(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Ticket(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** A caller's text if it has the form of a ticket. */
  static Optional<Ticket> parse(@Nullable String text) {
    return text != null && text.matches("[A-Za-z0-9_-]{43}")
        ? Optional.of(new Ticket(text))
        : Optional.empty();
  }

  String hash() {
    return Checksum.sha256(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "Ticket[…]";
  }
}
