package io.takewithott.catalog.text;

/**
 * A text as the keys of a Korean keyboard (두벌식, KS X 5002) that type it, without shift. Hangul and
 * Latin letters meet on the keys, so that a word typed on the wrong layout is the same word here:
 * 실미도 and tlfaleh, ㅑㅜㅊㄷㅔ샤ㅐㅜ and inception. A unit that begins a word has its highest bit set.
 */
public final class Keystrokes {
  /** The bit of a unit that begins a word. */
  public static final int WORD_START = 0x80;

  /** Without that bit. */
  public static final int KEY = 0x7f;

  private static final int FIRST_LETTER = 1;
  private static final int FIRST_DIGIT = 27;
  private static final int FIRST_OTHER = 37;
  private static final int OTHERS = 90;

  private static final String JAMO = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ";
  private static final String KEYS = "rrseefaqqttdwwczxvgkoiojpuphynbml";
  private static final String COMPOUND = "ㅘㅙㅚㅝㅞㅟㅢㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ";
  private static final String COMPOUND_KEYS = "hkhohlnjnpnlmlrtswsgfrfafqftfxfvfgqt";

  private Keystrokes() {}

  public static Units of(FoldedText text) {
    Units.Builder units = new Units.Builder(text.length() * 3);
    for (int i = 0; i < text.length(); i++) {
      int first = text.isWordStart(i) ? WORD_START : 0;
      int codePoint = text.codePoint(i);
      if (Hangul.isSyllable(codePoint)) {
        type(units, Hangul.onset(codePoint), i, first);
        type(units, Hangul.vowel(codePoint), i, 0);
        char coda = Hangul.coda(codePoint);
        if (coda != Hangul.NONE) {
          type(units, coda, i, 0);
        }
      } else if (Hangul.isHangul(codePoint)) {
        type(units, (char) codePoint, i, first);
      } else {
        units.add(other(codePoint) | first, i);
      }
    }
    return units.build();
  }

  private static void type(Units.Builder units, char jamo, int letter, int first) {
    int compound = COMPOUND.indexOf(jamo);
    if (compound >= 0) {
      units.add(key(COMPOUND_KEYS.charAt(2 * compound)) | first, letter);
      units.add(key(COMPOUND_KEYS.charAt(2 * compound + 1)), letter);
    } else {
      int simple = JAMO.indexOf(jamo);
      units.add((simple < 0 ? other(jamo) : key(KEYS.charAt(simple))) | first, letter);
    }
  }

  private static int key(char latin) {
    return FIRST_LETTER + latin - 'a';
  }

  private static int other(int codePoint) {
    if (codePoint >= 'a' && codePoint <= 'z') {
      return key((char) codePoint);
    }
    if (codePoint >= '0' && codePoint <= '9') {
      return FIRST_DIGIT + codePoint - '0';
    }
    return FIRST_OTHER + Math.floorMod(codePoint * 31, OTHERS);
  }
}
