package io.takewithott.auth.mail;

import io.takewithott.core.objects.Checksum;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a link in a mail carries: 256 bits, good once. The database knows their hash alone. */
public record LinkToken(String text) {
  static final int BYTES = 32;

  static LinkToken of(byte[] random) {
    return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** A caller's text if it has the form of a token. */
  public static Optional<LinkToken> parse(@Nullable String text) {
    return text != null && text.matches("[A-Za-z0-9_-]{43}")
        ? Optional.of(new LinkToken(text))
        : Optional.empty();
  }

  public String hash() {
    return Checksum.sha256(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "LinkToken[…]";
  }
}
