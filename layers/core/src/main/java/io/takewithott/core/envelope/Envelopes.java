package io.takewithott.core.envelope;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Envelope encryption: AES-256-GCM under a data key that is used once, beside that key as the key
 * service has wrapped it. The text is {@code v1.key.nonce.ciphertext}, each in Base64 for URLs.
 */
public final class Envelopes {
  private static final String VERSION = "v1";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /** A sealed text is a wrapped key of some 200 bytes and a short secret. */
  private static final int LONGEST_SEALED = 16 * 1024;

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private final KeyService keys;
  private final SecureRandom random;

  public Envelopes(KeyService keys, SecureRandom random) {
    this.keys = keys;
    this.random = random;
  }

  /**
   * One call of the key service.
   *
   * @throws EnvelopeException when it does not answer
   */
  public String seal(String text, Seal seal) {
    KeyService.DataKey key = keys.generate(seal);
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, key.plain(), nonce, seal)
              .doFinal(text.getBytes(StandardCharsets.UTF_8));
      return String.join(
          ".",
          VERSION,
          ENCODER.encodeToString(key.wrapped()),
          ENCODER.encodeToString(nonce),
          ENCODER.encodeToString(sealed));
    } catch (GeneralSecurityException unavailable) {
      throw new IllegalStateException("This JVM has no AES-256-GCM", unavailable);
    } finally {
      Arrays.fill(key.plain(), (byte) 0);
    }
  }

  /**
   * One call of the key service.
   *
   * @throws EnvelopeException when it does not answer, or this was not sealed for the same
   */
  public String open(String sealed, Seal seal) {
    List<byte[]> parts = parts(sealed);
    byte[] key = keys.open(parts.get(0), seal);
    try {
      byte[] text = cipher(Cipher.DECRYPT_MODE, key, parts.get(1), seal).doFinal(parts.get(2));
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException changed) {
      throw new EnvelopeException("What was sealed has been changed", changed);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static List<byte[]> parts(String sealed) {
    String[] parts = sealed.length() > LONGEST_SEALED ? new String[0] : sealed.split("\\.", -1);
    if (parts.length != 4 || !parts[0].equals(VERSION)) {
      throw new EnvelopeException("This is nothing that was sealed here", null);
    }
    try {
      return Arrays.stream(parts).skip(1).map(DECODER::decode).toList();
    } catch (IllegalArgumentException malformed) {
      throw new EnvelopeException("This is nothing that was sealed here", null);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, Seal seal)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(seal.additionalData());
    return cipher;
  }
}
