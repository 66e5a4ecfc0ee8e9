package io.takewithott.local.world.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** How the bytes of a line become text. */
enum Encoding {
  /** UTF-8; a line that is not is rejected. */
  UTF_8,
  /**
   * UTF-8 where the line is that, else Latin-1: the old releases, and copies of them saved anew.
   */
  LATIN_1_OR_UTF_8;

  /**
   * @throws RejectedLine when the bytes are no text of this encoding
   */
  String decode(byte[] bytes, int length) {
    if (hasZero(bytes, length)) {
      throw new RejectedLine("a zero byte, which text does not have");
    }
    if (isAscii(bytes, length)) {
      return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      if (this == UTF_8) {
        throw new RejectedLine("not UTF-8");
      }
      return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
  }

  private static boolean hasZero(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAscii(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }
}
