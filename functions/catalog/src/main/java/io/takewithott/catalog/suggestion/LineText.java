package io.takewithott.catalog.suggestion;

import io.takewithott.catalog.text.FoldedText;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.text.Normalizer;
import java.util.Map;

/**
 * A text that a user wrote and others will read: composed, on one line, and of nothing that is not
 * seen. What it means to a browser is not judged here; it is text wherever it is shown.
 */
final class LineText {
  private LineText() {}

  /**
   * @throws AppException INVALID_VALUE
   */
  static String of(String field, String text, int least, int most) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String line = composed.replaceAll("[ \\t\\u00a0\\u3000]+", " ").strip();
    if (line.codePoints().anyMatch(LineText::isUnseen)) {
      throw invalid(field, field + " has characters in it that are not seen");
    }
    int length = line.codePointCount(0, line.length());
    if (length > most) {
      throw invalid(field, field + " has " + length + " characters and may have " + most);
    }
    if (FoldedText.of(line).length() < least) {
      throw invalid(field, field + " needs at least " + least + " letters");
    }
    return line;
  }

  /** Control and format characters, halves of pairs, what is private or unassigned, line ends. */
  private static boolean isUnseen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static AppException invalid(String field, String message) {
    return new AppException(ErrorCode.INVALID_VALUE, message, Map.of("field", field));
  }
}
