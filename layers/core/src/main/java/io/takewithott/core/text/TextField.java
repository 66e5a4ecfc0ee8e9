package io.takewithott.core.text;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field of a request that holds text for others to read. It is kept as plain text, composed (NFC)
 * and without space around it; what looks like markup is text as well, which whoever shows it
 * escapes. What cannot be shown, or shows something else than it is, is refused and never changed
 * in silence.
 *
 * @param name the member of the body
 * @param longest in code points, after composing
 * @param mostLines 1 for a text without line breaks
 */
public record TextField(String name, int longest, int mostLines) {
  public TextField {
    if (longest < 1 || mostLines < 1) {
      throw new IllegalArgumentException(name + " has no room");
    }
  }

  /** A text on one line. */
  public static TextField line(String name, int longest) {
    return new TextField(name, longest, 1);
  }

  /**
   * @return null where nothing is given, or nothing but space
   * @throws AppException INVALID_VALUE
   */
  public @Nullable String optional(@Nullable String given) {
    if (given == null) {
      return null;
    }
    // Looked at before anything is made of it: composing makes nothing more than three times
    // shorter.
    if (given.length() > 8L * longest + 1000) {
      throw refused("has at most " + longest + " characters");
    }
    String text = Normalizer.normalize(given.replace("\r\n", "\n"), Normalizer.Form.NFC).strip();
    if (text.isEmpty()) {
      return null;
    }
    return checked(text);
  }

  /**
   * @throws AppException INVALID_VALUE
   */
  public String required(@Nullable String given) {
    String text = optional(given);
    if (text == null) {
      throw refused("is missing or blank");
    }
    return text;
  }

  private String checked(String text) {
    if (text.codePointCount(0, text.length()) > longest) {
      throw refused("has at most " + longest + " characters");
    }
    if (text.lines().count() > mostLines) {
      throw refused("has at most " + mostLines + (mostLines == 1 ? " line" : " lines"));
    }
    boolean shown = text.codePoints().allMatch(each -> each == '\n' || VisibleText.isShown(each));
    if (!shown || VisibleText.isPiledUp(text)) {
      throw refused(
          "holds a character that cannot be shown or changes how others are: control characters,"
              + " direction overrides, piles of marks");
    }
    return text;
  }

  private AppException refused(String why) {
    return new AppException(
        ErrorCode.INVALID_VALUE, "The field " + name + " " + why, Map.of("field", name));
  }
}
