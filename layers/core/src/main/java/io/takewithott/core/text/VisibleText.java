package io.takewithott.core.text;

/** Which characters somebody may write for others to read. */
public final class VisibleText {
  /** Joins emoji to one, as in a family; the only invisible character that is let through. */
  private static final int JOINER = 0x200D;

  /** Vietnamese takes two, emoji one; piles of marks run over the lines above and below. */
  private static final int MOST_MARKS = 4;

  private VisibleText() {}

  /**
   * Not so are control characters (line feeds as well), direction overrides and isolates, halves of
   * characters, and code points that will never be characters. A character that is newer than this
   * program is let through: there are new emoji every year.
   */
  public static boolean isShown(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.FORMAT -> codePoint == JOINER;
      case Character.CONTROL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !isNoCharacter(codePoint);
    };
  }

  /** Whether marks are piled on one character. */
  static boolean isPiledUp(String text) {
    int marks = 0;
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      marks = isMark(codePoint) ? marks + 1 : 0;
      if (marks > MOST_MARKS) {
        return true;
      }
      at += Character.charCount(codePoint);
    }
    return false;
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isNoCharacter(int codePoint) {
    return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
  }
}
