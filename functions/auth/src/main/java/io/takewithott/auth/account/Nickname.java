package io.takewithott.auth.account;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A name that others see; two that look the same but for their case are the same. */
public record Nickname(String text) {
  private static final int LONGEST = 40;

  /**
   * @throws AppException INVALID_VALUE
   */
  public static Nickname of(@Nullable String given) {
    String text = given == null ? "" : given.strip();
    if (!fits(text)) {
      throw new AppException(
          ErrorCode.INVALID_VALUE,
          "A nickname has 1 to " + LONGEST + " visible characters",
          Map.of("field", "nickname"));
    }
    return new Nickname(text);
  }

  /** What makes it unique. */
  public String key() {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** Another name like this one, of the same greatest length. */
  public Nickname with(String ending) {
    int room = LONGEST - ending.length();
    int length = text.codePointCount(0, text.length());
    String start = length <= room ? text : text.substring(0, text.offsetByCodePoints(0, room));
    return new Nickname(start.strip() + ending);
  }

  private static boolean fits(String text) {
    int length = text.codePointCount(0, text.length());
    return length >= 1 && length <= LONGEST && text.codePoints().noneMatch(Nickname::isUnprintable);
  }

  /** Control characters, direction overrides and the like, which make a name look like another. */
  private static boolean isUnprintable(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
