package io.takewithott.catalog.search;

import io.takewithott.catalog.index.UnitTable;
import io.takewithott.catalog.text.FoldedText;
import io.takewithott.catalog.text.Hangul;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Compares first consonants, among which whole syllables may stand: ㅅㅁㄷ, ㅅ미도. */
final class InitialsMatcher {
  private final FoldedText query;
  private final byte[] initials;

  InitialsMatcher(NameQuery query) {
    this.query = query.text();
    this.initials = query.initials();
  }

  /**
   * @param text the name of an entry, asked for only where its initials fit
   */
  @Nullable NameMatch match(UnitTable names, int entry, IntFunction<String> text) {
    byte[] letters = names.array();
    int start = names.start(entry);
    int last = names.length(entry) - initials.length;
    FoldedText name = null;
    NameMatch best = null;
    for (int at = 0; at <= last; at++) {
      if (isAt(letters, start + at)) {
        name = name == null ? FoldedText.of(text.apply(entry)) : name;
        if (fits(name, at)) {
          NameMatch here =
              new NameMatch(
                  Reason.INITIALS,
                  NameMatch.quality(at == 0, name.isWordStart(at), initials.length, name.length()),
                  at,
                  at + initials.length);
          best = best == null || here.quality() > best.quality() ? here : best;
        }
      }
    }
    return best;
  }

  private boolean isAt(byte[] letters, int at) {
    for (int i = 0; i < initials.length; i++) {
      if (letters[at + i] != initials[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the whole syllables of the query are those of the name. */
  private boolean fits(FoldedText name, int at) {
    if (at + query.length() > name.length()) {
      return false;
    }
    for (int i = 0; i < query.length(); i++) {
      boolean whole = Hangul.isSyllable(query.codePoint(i));
      if (whole && query.codePoint(i) != name.codePoint(at + i)) {
        return false;
      }
    }
    return true;
  }
}
