package io.takewithott.auth.session;

import io.takewithott.core.objects.Checksum;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * 256 bits that nobody can guess. The database knows their hash alone. The next token of a session
 * is made out of the present one and a salt, so that an answer that was lost can be given again
 * without a second line of descent.
 */
public record RefreshToken(String text) {
  static final int BYTES = 32;

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  static RefreshToken of(byte[] random) {
    return new RefreshToken(BASE64.encodeToString(random));
  }

  /** A caller's text if it has the form of a token. */
  static Optional<RefreshToken> parse(String text) {
    return text.matches("[A-Za-z0-9_-]{43}")
        ? Optional.of(new RefreshToken(text))
        : Optional.empty();
  }

  String hash() {
    return Checksum.sha256(text.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * @param salt hexadecimal, of {@link #BYTES} bytes
   */
  RefreshToken successor(String salt) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(salt), "HmacSHA256"));
      return of(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", impossible);
    }
  }

  @Override
  public String toString() {
    return "RefreshToken[…]";
  }
}
