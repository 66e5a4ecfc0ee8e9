package io.takewithott.catalog.text;

import java.util.Arrays;
import java.util.List;

/**
 * Latin letters read as romanised Korean, in the sounds that Hangul has. Revised Romanization (국어의
 * 로마자 표기법, 2000), and what people write in its place: sh for s, ch or j, oo and woo, ee, u for ㅓ,
 * young, double letters, r or l. Sounds are compared by class, so k or g need no rule.
 */
public final class RomanSounds {
  /** Longest first: the first that fits is taken. Each with the jamo it stands for. */
  private static final String[][] SPELLINGS = {
    {"yeong", "ㅕㅇ"},
    {"young", "ㅕㅇ"},
    {"yeo", "ㅕ"},
    {"yae", "ㅒ"},
    {"wae", "ㅙ"},
    {"woo", "ㅜ"},
    {"yoo", "ㅠ"},
    {"you", "ㅠ"},
    {"sh", "ㅅ"},
    {"ch", "ㅊ"},
    {"kk", "ㄲ"},
    {"gg", "ㄲ"},
    {"tt", "ㄸ"},
    {"dd", "ㄸ"},
    {"pp", "ㅃ"},
    {"bb", "ㅃ"},
    {"ss", "ㅆ"},
    {"jj", "ㅉ"},
    {"ll", "ㄹㄹ"},
    {"rr", "ㄹ"},
    {"ck", "ㄱ"},
    {"ph", "ㅍ"},
    {"kh", "ㅋ"},
    {"th", "ㅌ"},
    {"ng", "ㅇ"},
    {"ya", "ㅑ"},
    {"yo", "ㅛ"},
    {"yu", "ㅠ"},
    {"ye", "ㅖ"},
    {"wa", "ㅘ"},
    {"wo", "ㅝ"},
    {"we", "ㅞ"},
    {"wi", "ㅟ"},
    {"ui", "ㅢ"},
    {"oe", "ㅚ"},
    {"ae", "ㅐ"},
    {"eo", "ㅓ"},
    {"eu", "ㅡ"},
    {"ee", "ㅣ"},
    {"oo", "ㅜ"},
    {"ou", "ㅜ"},
    {"ah", "ㅏ"},
    {"uh", "ㅓ"},
    {"oh", "ㅗ"},
    {"a", "ㅏ"},
    {"e", "ㅔ"},
    {"i", "ㅣ"},
    {"y", "ㅣ"},
    {"o", "ㅗ"},
    {"u", "ㅜ"},
    {"w", "ㅜ"},
    {"g", "ㄱ"},
    {"k", "ㄱ"},
    {"c", "ㄱ"},
    {"q", "ㄱ"},
    {"n", "ㄴ"},
    {"d", "ㄷ"},
    {"t", "ㄷ"},
    {"r", "ㄹ"},
    {"l", "ㄹ"},
    {"m", "ㅁ"},
    {"b", "ㅂ"},
    {"p", "ㅂ"},
    {"f", "ㅍ"},
    {"v", "ㅂ"},
    {"s", "ㅅ"},
    {"x", "ㅅ"},
    {"j", "ㅈ"},
    {"z", "ㅈ"},
    {"h", "ㅎ"},
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

  /**
   * The ways to read it: in "hangang" the first ng is ㅇ followed by a vowel or ㄴ followed by ㄱ, and
   * spelling does not say.
   */
  public static List<Units> readings(FoldedText text) {
    Units joined = read(text, false);
    Units split = read(text, true);
    return Arrays.equals(joined.bytes(), split.bytes()) ? List.of(joined) : List.of(joined, split);
  }

  private static Units read(FoldedText text, boolean split) {
    String key = text.key();
    Units.Builder units = new Units.Builder(key.length());
    int at = 0;
    while (at < key.length()) {
      String[] spelling = spelling(key, at, split);
      for (char jamo : spelling[1].toCharArray()) {
        units.add(Sound.ofJamo(jamo), at);
      }
      at += spelling[0].length();
    }
    return units.build();
  }

  private static String[] spelling(String key, int at, boolean split) {
    for (String[] spelling : SPELLINGS) {
      if (key.startsWith(spelling[0], at) && !(split && isBeforeVowel(spelling[0], key, at))) {
        return spelling;
      }
    }
    throw new IllegalArgumentException("not a Latin letter: " + key.charAt(at));
  }

  private static boolean isBeforeVowel(String spelling, String key, int at) {
    int after = at + spelling.length();
    return spelling.equals("ng")
        && after < key.length()
        && VOWELS_AND_GLIDES.indexOf(key.charAt(after)) >= 0;
  }
}
