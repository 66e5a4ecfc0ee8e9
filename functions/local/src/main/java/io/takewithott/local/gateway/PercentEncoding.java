package io.takewithott.local.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-decoding of UTF-8; unlike URLDecoder it leaves "+" alone in paths. */
final class PercentEncoding {

  private PercentEncoding() {}

  /**
   * @throws IllegalArgumentException if a % is not followed by two hexadecimal digits
   */
  static String decode(String text, boolean plusIsSpace) {
    if (text.indexOf('%') < 0 && !(plusIsSpace && text.indexOf('+') >= 0)) {
      return text;
    }
    byte[] sent = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(sent.length);
    for (int i = 0; i < sent.length; i++) {
      if (sent[i] == '%') {
        decoded.write(digit(sent, i + 1, text) << 4 | digit(sent, i + 2, text));
        i += 2;
      } else {
        decoded.write(plusIsSpace && sent[i] == '+' ? ' ' : sent[i]);
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  static String decodeOrSame(String text) {
    try {
      return decode(text, false);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static int digit(byte[] sent, int at, String text) {
    int digit = at < sent.length ? Character.digit(sent[at], 16) : -1;
    if (digit < 0) {
      throw new IllegalArgumentException("Not a percent-encoded text: " + text);
    }
    return digit;
  }
}
