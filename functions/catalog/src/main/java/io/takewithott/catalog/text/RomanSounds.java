package io.takewithott.catalog.text;

/**
 * Latin letters read as romanised Korean, in the sounds that Hangul has. Revised Romanization (국어의
 * 로마자 표기법, 2000), and what people write in its place: sh for s, ch or j, oo and woo, ee, u for
 * ㅓ, young, double letters, r or l. Sounds are compared by class, so k or g need no rule.
 */
public final class RomanSounds {
  /** Longest first: the first that fits is taken. Each with the jamo it stands for. */
  private static final String[][] SPELLINGS = {
    {"yeong", "ㅕㅇ"}, {"young", "ㅕㅇ"}, {"seung", "ㅅㅡㅇ"}, {"eung", "ㅡㅇ"}, {"woong", "ㅜㅇ"},
    {"yeo", "ㅕ"}, {"yae", "ㅒ"}, {"wae", "ㅙ"}, {"woo", "ㅜ"}, {"yoo", "ㅠ"}, {"you", "ㅠ"},
    {"ung", "ㅜㅇ"}, {"sh", "ㅅ"}, {"ch", "ㅊ"}, {"kk", "ㄲ"}, {"gg", "ㄲ"}, {"tt", "ㄸ"}, {"dd", "ㄸ"},
    {"pp", "ㅃ"}, {"bb", "ㅃ"}, {"ss", "ㅆ"}, {"jj", "ㅉ"}, {"ll", "ㄹㄹ"}, {"rr", "ㄹ"}, {"ck", "ㄱ"},
    {"ph", "ㅍ"}, {"ng", "ㅇ"}, {"ya", "ㅑ"}, {"yo", "ㅛ"}, {"yu", "ㅠ"}, {"ye", "ㅖ"}, {"wa", "ㅘ"},
    {"wo", "ㅝ"}, {"we", "ㅞ"}, {"wi", "ㅟ"}, {"ui", "ㅢ"}, {"oe", "ㅚ"}, {"ae", "ㅐ"}, {"eo", "ㅓ"},
    {"eu", "ㅡ"}, {"ee", "ㅣ"}, {"oo", "ㅜ"}, {"ou", "ㅜ"}, {"ah", "ㅏ"}, {"uh", "ㅓ"}, {"oh", "ㅗ"},
    {"a", "ㅏ"}, {"e", "ㅔ"}, {"i", "ㅣ"}, {"y", "ㅣ"}, {"o", "ㅗ"}, {"u", "ㅜ"}, {"w", "ㅜ"},
    {"g", "ㄱ"}, {"k", "ㄱ"}, {"c", "ㄱ"}, {"q", "ㄱ"}, {"n", "ㄴ"}, {"d", "ㄷ"}, {"t", "ㄷ"},
    {"r", "ㄹ"}, {"l", "ㄹ"}, {"m", "ㅁ"}, {"b", "ㅂ"}, {"p", "ㅂ"}, {"f", "ㅍ"}, {"v", "ㅂ"},
    {"s", "ㅅ"}, {"x", "ㅅ"}, {"j", "ㅈ"}, {"z", "ㅈ"}, {"h", "ㅎ"},
  };

  private static final String VOWELS_AND_GLIDES = "aeiouyw";

  private RomanSounds() {}

  /** Whether it is written in nothing but Latin letters, and so may be romanised Korean. */
  public static boolean isPossible(FoldedText text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.codePoint(i) < 'a' || text.codePoint(i) > 'z') {
        return false;
      }
    }
    return text.length() > 0;
  }

  public static Units of(FoldedText text) {
    String key = text.key();
    Units.Builder units = new Units.Builder(key.length());
    int at = 0;
    while (at < key.length()) {
      String[] spelling = spelling(key, at);
      for (char jamo : spelling[1].toCharArray()) {
        units.add(Sound.ofJamo(jamo), at);
      }
      at += spelling[0].length();
    }
    return units.build();
  }

  private static String[] spelling(String key, int at) {
    for (String[] spelling : SPELLINGS) {
      if (key.startsWith(spelling[0], at) && !isSplitNg(spelling[0], key, at)) {
        return spelling;
      }
    }
    throw new IllegalArgumentException("not a Latin letter: " + key.charAt(at));
  }

  /** In "hangang" the first ng is ㄴㄱ as likely as ㅇ; before a vowel it is read ㄴㄱ. */
  private static boolean isSplitNg(String spelling, String key, int at) {
    int after = at + spelling.length();
    return spelling.equals("ng")
        && after < key.length()
        && VOWELS_AND_GLIDES.indexOf(key.charAt(after)) >= 0;
  }
}
