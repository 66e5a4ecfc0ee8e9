package io.takewithott.cloud.kms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key, and what it does. A ciphertext begins with the key's id, as those of KMS do, so that it
 * is known by which key it is to be opened.
 */
record LocalKey(String keyId, String arn, byte[] material) {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /** A UUID as text. */
  static final int ID_LENGTH = 36;

  /** What a ciphertext has at least: the id, a nonce and a tag. */
  static final int LEAST_BYTES = ID_LENGTH + NONCE_BYTES + TAG_BITS / 8;

  static String keyIdOf(byte[] ciphertext) {
    return new String(ciphertext, 0, ID_LENGTH, StandardCharsets.US_ASCII);
  }

  byte[] wrap(byte[] plain, Map<String, String> context, SecureRandom random)
      throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
    return ByteBuffer.allocate(ID_LENGTH + NONCE_BYTES + sealed.length)
        .put(keyId.getBytes(StandardCharsets.US_ASCII))
        .put(nonce)
        .put(sealed)
        .array();
  }

  byte[] unwrap(byte[] ciphertext, Map<String, String> context) throws GeneralSecurityException {
    ByteBuffer buffer = ByteBuffer.wrap(ciphertext).position(ID_LENGTH);
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    byte[] sealed = new byte[buffer.remaining()];
    buffer.get(sealed);
    return cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(sealed);
  }

  private Cipher cipher(int mode, byte[] nonce, Map<String, String> context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, new SecretKeySpec(material, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(canonical(context));
    return cipher;
  }

  /** The order of a context's members means nothing; lengths keep them apart. */
  private static byte[] canonical(Map<String, String> context) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(context)
        .forEach(
            (name, value) ->
                text.append(name.length())
                    .append(':')
                    .append(name)
                    .append(value.length())
                    .append(':')
                    .append(value));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "LocalKey[" + keyId + "]";
  }
}
