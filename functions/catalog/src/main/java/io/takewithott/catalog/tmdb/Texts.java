package io.takewithott.catalog.tmdb;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Texts that strangers wrote: composed, on one line, of nothing that is not seen, and no longer
 * than they may be. What they mean to a browser is not judged here; they are text wherever they are
 * shown.
 */
final class Texts {
  static final int LONGEST_NAME = 300;

  /** The longest overviews have about a thousand. */
  static final int LONGEST_OVERVIEW = 2000;

  private Texts() {}

  /** The text, or null when nothing is left of it. */
  static @Nullable String of(JsonNode node, int mostCodePoints) {
    if (!node.isTextual()) {
      return null;
    }
    // Far beyond what is kept there is nothing that would have to be composed.
    String text = node.textValue();
    String start = text.length() > 20_000 ? text.substring(0, 20_000) : text;
    StringBuilder line = new StringBuilder();
    Normalizer.normalize(start, Normalizer.Form.NFC)
        .codePoints()
        .map(codePoint -> isSpace(codePoint) ? ' ' : codePoint)
        .filter(codePoint -> !isUnseen(codePoint))
        .forEach(line::appendCodePoint);
    String tidy = line.toString().replaceAll(" {2,}", " ").strip();
    int length = tidy.codePointCount(0, tidy.length());
    String kept =
        length <= mostCodePoints
            ? tidy
            : tidy.substring(0, tidy.offsetByCodePoints(0, mostCodePoints)).strip();
    return kept.isEmpty() ? null : kept;
  }

  static boolean isHangul(String text) {
    return text.codePoints()
        .anyMatch(
            codePoint -> Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HANGUL);
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  /** Control and format characters, halves of pairs, what is private or unassigned. */
  private static boolean isUnseen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
