package io.takewithott.community.chat.masking;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text as one reads it, for patterns to look at: one character for each code point, small, and
 * with every kind of digit as 0 to 9.
 */
final class Shadow {
  /** How digits are read aloud. */
  private static final String READ = "공영빵일이삼사오육륙칠팔구";

  private static final String READ_AS = "0001234566789";

  private final int[] codePoints;

  Shadow(String text) {
    this.codePoints = text.codePoints().toArray();
  }

  int[] codePoints() {
    return codePoints.clone();
  }

  /** For patterns of words and figures. */
  String plain() {
    StringBuilder shadow = new StringBuilder(codePoints.length);
    for (int codePoint : codePoints) {
      shadow.append(plain(codePoint));
    }
    return shadow.toString();
  }

  /** For figures alone: also with what is read as one, and letters that look like one. */
  String figures() {
    StringBuilder shadow = new StringBuilder(plain());
    for (int i = 0; i < shadow.length(); i++) {
      char character = shadow.charAt(i);
      int read = READ.indexOf(character);
      if (read >= 0) {
        shadow.setCharAt(i, READ_AS.charAt(read));
      } else if (character == 'o') {
        shadow.setCharAt(i, '0');
      } else if (character == 'l' || character == 'i' || character == '|') {
        shadow.setCharAt(i, '1');
      }
    }
    return shadow.toString();
  }

  private static char plain(int codePoint) {
    int digit = Character.digit(codePoint, 10);
    if (digit >= 0) {
      return (char) ('0' + digit);
    }
    String compatible = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
    if (compatible.length() == 1) {
      return compatible.toLowerCase(Locale.ROOT).charAt(0);
    }
    // ⑴ and ⒈ are written as several, of which one is a digit.
    return compatible
        .chars()
        .filter(each -> each >= '0' && each <= '9')
        .mapToObj(each -> (char) each)
        .findFirst()
        .orElse('\uFFFF');
  }
}
