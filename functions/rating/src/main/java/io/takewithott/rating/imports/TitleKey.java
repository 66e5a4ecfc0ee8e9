package io.takewithott.rating.imports;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** What of a title must be the same for two to be one: no case, no space, no punctuation. */
final class TitleKey {
  /** Taken out on both sides, here and in SQL, where it is a parameter. */
  static final String LEFT_OUT = " \t.,:;!?'\"`-_–—·…()[]{}/&~*’‘“”「」『』《》〈〉";

  private TitleKey() {}

  static @Nullable String of(@Nullable String title) {
    if (title == null) {
      return null;
    }
    StringBuilder key = new StringBuilder();
    Normalizer.normalize(title, Normalizer.Form.NFKC)
        .chars()
        .filter(each -> LEFT_OUT.indexOf(each) < 0 && !Character.isISOControl(each))
        .forEach(each -> key.append((char) each));
    return key.isEmpty() ? null : key.toString();
  }
}
