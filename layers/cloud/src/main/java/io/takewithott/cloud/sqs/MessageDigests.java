package io.takewithott.cloud.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The MD5 sums by which SQS's clients check that a message arrived as it was sent. */
final class MessageDigests {
  private static final byte STRING = 1;
  private static final byte BINARY = 2;

  private MessageDigests() {}

  static String ofBody(String body) {
    return HexFormat.of().formatHex(md5().digest(body.getBytes(UTF_8)));
  }

  /** The attributes in order of their names, each part with its length before it. */
  static String ofAttributes(Map<String, MessageAttribute> attributes) {
    MessageDigest digest = md5();
    for (var attribute : new TreeMap<>(attributes).entrySet()) {
      MessageAttribute value = attribute.getValue();
      add(digest, attribute.getKey().getBytes(UTF_8));
      add(digest, value.dataType().getBytes(UTF_8));
      digest.update(value.isBinary() ? BINARY : STRING);
      add(digest, bytes(value));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A value as it is signed, and as it counts towards the size of a message. */
  static byte[] bytes(MessageAttribute value) {
    return value.isBinary()
        ? Base64.getDecoder().decode(Objects.requireNonNull(value.binaryValue()))
        : Objects.requireNonNull(value.stringValue()).getBytes(UTF_8);
  }

  private static void add(MessageDigest digest, byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    digest.update(part);
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5", e);
    }
  }
}
