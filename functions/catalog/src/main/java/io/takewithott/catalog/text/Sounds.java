package io.takewithott.catalog.text;

/**
 * A text as it is said. Hangul goes through the rules by which a coda meets the next onset: liaison
 * (먹어, 머거), loss and aspiration by ㅎ (좋고, 조코), palatalisation (같이, 가치), neutralised codas (꽃, 꼳),
 * nasalisation (먹는, 멍는) and ㄴ beside ㄹ (신라, 실라); after Standard Korean Pronunciation (표준 발음법,
 * 1988), chapters 4 and 5. Tensed onsets are left alone: tense and plain are one class of {@link
 * Sound} anyway. Spaces do not matter, for nobody hears them.
 */
public final class Sounds {
  private static final char NONE = Hangul.NONE;

  private static final String SPLIT = "ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ";
  private static final String SPLIT_FIRST = "ㄱㄴㄴㄹㄹㄹㄹㄹㄹㄹㅂ";
  private static final String SPLIT_SECOND = "ㅅㅈㅎㄱㅁㅂㅅㅌㅍㅎㅅ";

  private static final String CODA = "ㄱㄲㅋㄳㄺㄴㄵㄶㄷㅅㅆㅈㅊㅌㅎㄹㄼㄽㄾㅀㅁㄻㅂㅍㅄㄿㅇ";
  private static final String NEUTRAL = "ㄱㄱㄱㄱㄱㄴㄴㄴㄷㄷㄷㄷㄷㄷㄷㄹㄹㄹㄹㄹㅁㅁㅂㅂㅂㅂㅇ";

  private static final String PLAIN = "ㄱㄷㅂㅈ";
  private static final String ASPIRATED = "ㅋㅌㅍㅊ";

  private Sounds() {}

  public static Units of(FoldedText text) {
    Units.Builder units = new Units.Builder(text.length() * 3);
    char carried = NONE;
    for (int i = 0; i < text.length(); i++) {
      int codePoint = text.codePoint(i);
      if (!Hangul.isSyllable(codePoint)) {
        carried = NONE;
        if (Hangul.isHangul(codePoint)) {
          addJamo(units, (char) codePoint, i);
        } else {
          units.add(Sound.ofOther(codePoint), i);
        }
        continue;
      }
      char onset = carried == NONE ? Hangul.onset(codePoint) : carried;
      if (onset != 'ㅇ') {
        units.add(Sound.ofJamo(onset), i);
      }
      units.add(Sound.ofJamo(Hangul.vowel(codePoint)), i);
      int next = i + 1 < text.length() ? text.codePoint(i + 1) : 0;
      Meeting meeting =
          Hangul.isSyllable(next)
              ? meet(Hangul.coda(codePoint), Hangul.onset(next), Hangul.vowel(next))
              : new Meeting(neutral(Hangul.coda(codePoint)), NONE);
      if (meeting.coda != NONE) {
        units.add(Sound.ofJamo(meeting.coda), i);
      }
      carried = meeting.onset;
    }
    return units.build();
  }

  private static void addJamo(Units.Builder units, char jamo, int letter) {
    int split = SPLIT.indexOf(jamo);
    if (split >= 0) {
      units.add(Sound.ofJamo(SPLIT_FIRST.charAt(split)), letter);
      units.add(Sound.ofJamo(SPLIT_SECOND.charAt(split)), letter);
    } else {
      units.add(Sound.ofJamo(jamo), letter);
    }
  }

  /** What a coda and the onset after it become. */
  private static Meeting meet(char coda, char onset, char vowel) {
    if (coda == NONE) {
      return new Meeting(NONE, onset);
    }
    if (onset == 'ㅇ') {
      return liaison(coda, vowel);
    }
    int split = SPLIT.indexOf(coda);
    boolean breathes = coda == 'ㅎ' || split >= 0 && SPLIT_SECOND.charAt(split) == 'ㅎ';
    if (breathes) {
      return breathed(split < 0 ? NONE : SPLIT_FIRST.charAt(split), onset);
    }
    char neutral = neutral(coda);
    if (onset == 'ㅎ' && PLAIN.indexOf(neutral) >= 0) {
      char base = coda == 'ㅈ' || coda == 'ㄵ' ? 'ㅈ' : neutral;
      return new Meeting(NONE, ASPIRATED.charAt(PLAIN.indexOf(base)));
    }
    return assimilated(neutral, onset);
  }

  private static Meeting liaison(char coda, char vowel) {
    int split = SPLIT.indexOf(coda);
    char stays = split < 0 ? NONE : SPLIT_FIRST.charAt(split);
    char moves = split < 0 ? coda : SPLIT_SECOND.charAt(split);
    if (moves == 'ㅇ') {
      return new Meeting('ㅇ', 'ㅇ');
    }
    if (moves == 'ㅎ') {
      return stays == NONE ? new Meeting(NONE, 'ㅇ') : new Meeting(NONE, stays);
    }
    boolean palatal = vowel == 'ㅣ' || vowel == 'ㅕ';
    if (palatal && moves == 'ㄷ') {
      return new Meeting(stays, 'ㅈ');
    }
    if (palatal && moves == 'ㅌ') {
      return new Meeting(stays, 'ㅊ');
    }
    return new Meeting(stays, moves);
  }

  private static Meeting breathed(char stays, char onset) {
    int plain = PLAIN.indexOf(onset);
    if (plain >= 0) {
      return new Meeting(stays, ASPIRATED.charAt(plain));
    }
    if (onset == 'ㅅ') {
      return new Meeting(stays, 'ㅆ');
    }
    if (stays == NONE) {
      return onset == 'ㄴ' ? new Meeting('ㄴ', 'ㄴ') : new Meeting('ㄷ', onset);
    }
    return assimilated(stays, onset);
  }

  private static Meeting assimilated(char coda, char onset) {
    boolean stop = coda == 'ㄱ' || coda == 'ㄷ' || coda == 'ㅂ';
    if (stop && (onset == 'ㄴ' || onset == 'ㅁ' || onset == 'ㄹ')) {
      char nasal = coda == 'ㄱ' ? 'ㅇ' : coda == 'ㄷ' ? 'ㄴ' : 'ㅁ';
      return new Meeting(nasal, onset == 'ㄹ' ? 'ㄴ' : onset);
    }
    if ((coda == 'ㅁ' || coda == 'ㅇ') && onset == 'ㄹ') {
      return new Meeting(coda, 'ㄴ');
    }
    if (coda == 'ㄴ' && onset == 'ㄹ' || coda == 'ㄹ' && onset == 'ㄴ') {
      return new Meeting('ㄹ', 'ㄹ');
    }
    return new Meeting(coda, onset);
  }

  private static char neutral(char coda) {
    int known = CODA.indexOf(coda);
    return known < 0 ? NONE : NEUTRAL.charAt(known);
  }

  /** The coda that is heard, and the onset that is. */
  private record Meeting(char coda, char onset) {}
}
