package io.takewithott.catalog.text;

/**
 * Hangul syllables and their parts. A syllable of Unicode is 44032 + (onset · 21 + vowel) · 28 +
 * coda (The Unicode Standard, chapter 3.12); the parts are given as compatibility jamo, as one
 * types them.
 */
public final class Hangul {
  static final String ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  static final String VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";

  /** The first stands for none. */
  static final String CODAS = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

  public static final char NONE = '\0';

  private static final char FIRST = '가';
  private static final char LAST = '힣';
  private static final int VOWEL_COUNT = 21;
  private static final int CODA_COUNT = 28;

  private Hangul() {}

  public static boolean isSyllable(int codePoint) {
    return codePoint >= FIRST && codePoint <= LAST;
  }

  /** A consonant that stands alone. */
  public static boolean isConsonant(int codePoint) {
    return codePoint >= 'ㄱ' && codePoint <= 'ㅎ';
  }

  static boolean isVowel(int codePoint) {
    return codePoint >= 'ㅏ' && codePoint <= 'ㅣ';
  }

  /** Whether it is written in Hangul at all. */
  public static boolean isHangul(int codePoint) {
    return isSyllable(codePoint) || isConsonant(codePoint) || isVowel(codePoint);
  }

  public static char onset(int syllable) {
    return ONSETS.charAt((syllable - FIRST) / (VOWEL_COUNT * CODA_COUNT));
  }

  static char vowel(int syllable) {
    return VOWELS.charAt((syllable - FIRST) / CODA_COUNT % VOWEL_COUNT);
  }

  /** {@link #NONE} when the syllable is open. */
  static char coda(int syllable) {
    return CODAS.charAt((syllable - FIRST) % CODA_COUNT);
  }

  /** Puts a syllable together; the coda may be {@link #NONE}. */
  public static char syllable(char onset, char vowel, char coda) {
    return (char)
        (FIRST
            + (ONSETS.indexOf(onset) * VOWEL_COUNT + VOWELS.indexOf(vowel)) * CODA_COUNT
            + CODAS.indexOf(coda));
  }
}
