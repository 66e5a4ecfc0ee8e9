package io.takewithott.catalog.search;

import io.takewithott.catalog.index.NameIndex;
import io.takewithott.catalog.text.FoldedText;
import io.takewithott.catalog.text.Hangul;
import io.takewithott.catalog.text.Keystrokes;
import io.takewithott.catalog.text.RomanSounds;
import io.takewithott.catalog.text.Sounds;
import io.takewithott.catalog.text.Units;
import java.util.List;

/** What somebody typed to find a name. */
final class NameQuery {
  private final FoldedText text;
  private final byte[] keys;
  private final boolean hangul;
  private final boolean latin;
  private final boolean consonants;

  NameQuery(String typed) {
    this.text = FoldedText.of(typed);
    this.keys = Keystrokes.of(text).bytes();
    for (int i = 0; i < keys.length; i++) {
      keys[i] &= Keystrokes.KEY;
    }
    this.hangul = has(Hangul::isHangul);
    this.latin = has(letter -> letter >= 'a' && letter <= 'z');
    this.consonants = hangul && has(Hangul::isConsonant) && !has(NameQuery::isNoPattern);
  }

  boolean isEmpty() {
    return keys.length == 0;
  }

  FoldedText text() {
    return text;
  }

  /** Without marks of where words begin: spacing makes no difference. */
  byte[] keys() {
    return keys;
  }

  /** Whether a name in Hangul would have to be typed on the other layout for this. */
  boolean crosses(boolean nameInHangul) {
    return nameInHangul ? latin && !hangul : hangul && !latin;
  }

  boolean inHangul() {
    return hangul;
  }

  /** First consonants, perhaps with whole syllables among them. */
  boolean isInitials() {
    return consonants;
  }

  byte[] initials() {
    byte[] initials = new byte[text.length()];
    for (int i = 0; i < initials.length; i++) {
      initials[i] = NameIndex.initial(text.codePoint(i));
    }
    return initials;
  }

  /** As Korean sounds, in each way in which it may be said in Korean. */
  List<byte[]> sounds() {
    if (RomanSounds.isPossible(text)) {
      return RomanSounds.readings(text).stream().map(Units::bytes).toList();
    }
    return hangul && !consonants ? List.of(Sounds.of(text).bytes()) : List.of();
  }

  private boolean has(java.util.function.IntPredicate letter) {
    for (int i = 0; i < text.length(); i++) {
      if (letter.test(text.codePoint(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNoPattern(int letter) {
    return !Hangul.isSyllable(letter) && !Hangul.isConsonant(letter);
  }
}
