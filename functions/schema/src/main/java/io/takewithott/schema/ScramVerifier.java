package io.takewithott.schema;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What PostgreSQL keeps of a password: enough to recognise who knows it, too little to log in by.
 * So a statement that sets a password need not contain it. SCRAM-SHA-256, RFC 5802 and RFC 7677.
 */
final class ScramVerifier {
  static final int SALT_BYTES = 16;

  /** PostgreSQL's own number. */
  private static final int ITERATIONS = 4096;

  private static final int KEY_BITS = 256;

  /** For these SASLprep, which SCRAM asks for first, changes nothing. */
  private static final Pattern PRINTABLE_ASCII = Pattern.compile("[\\x21-\\x7e]+");

  private ScramVerifier() {}

  static String of(String password, byte[] salt) {
    if (!PRINTABLE_ASCII.matcher(password).matches()) {
      throw new IllegalArgumentException(
          "The password has letters outside of printable ASCII, or none at all");
    }
    try {
      byte[] salted =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, KEY_BITS))
              .getEncoded();
      byte[] storedKey = MessageDigest.getInstance("SHA-256").digest(hmac(salted, "Client Key"));
      return "SCRAM-SHA-256$%d:%s$%s:%s"
          .formatted(
              ITERATIONS, base64(salt), base64(storedKey), base64(hmac(salted, "Server Key")));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every JDK has these", missing);
    }
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
