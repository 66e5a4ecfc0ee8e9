package io.takewithott.benchmarks.search;

import java.util.Random;

/** Hangul in Latin letters: syllable by syllable, by Revised Romanization or as people do. */
final class Romanisation {
  private static final String[] ONSETS = {
    "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p",
    "h"
  };
  private static final String[] VOWELS = {
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we",
    "wi", "yu", "eu", "ui", "i"
  };
  private static final String[] CODAS = {
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p",
    "t", "t", "ng", "t", "t", "k", "t", "p", "t"
  };

  /** A coda that is said with the next syllable. */
  private static final String[] CARRIED = {
    "", "g", "kk", "ks", "n", "nj", "n", "d", "r", "lg", "lm", "lb", "ls", "lt", "lp", "r", "m",
    "b", "ps", "s", "ss", "ng", "j", "ch", "k", "t", "p", ""
  };

  /** The same onsets as some write them. */
  private static final String[] LOOSE_ONSETS = {
    "k", "k", "n", "t", "t", "l", "m", "p", "p", "sh", "s", "", "ch", "ch", "ch", "kh", "t", "ph",
    "h"
  };

  private static final String[] LOOSE_VOWELS = {
    "ah", "e", "ya", "ye", "u", "ae", "you", "ye", "oh", "wa", "wae", "we", "yo", "oo", "weo", "we",
    "wee", "yoo", "u", "eui", "ee"
  };

  private Romanisation() {}

  static String strict(String hangul) {
    return written(hangul, -1, false);
  }

  /** With one of the liberties that people take, in one syllable. */
  static String loose(String hangul, Random random) {
    return written(hangul, random.nextInt(hangul.length()), random.nextBoolean());
  }

  /**
   * @param free the syllable in which a liberty is taken: with its onset, or with its vowel
   */
  private static String written(String hangul, int free, boolean onset) {
    StringBuilder latin = new StringBuilder();
    for (int i = 0; i < hangul.length(); i++) {
      int index = hangul.charAt(i) - '가';
      boolean carries =
          i + 1 < hangul.length() && (hangul.charAt(i + 1) - '가') / 588 == 11 && index % 28 > 0;
      latin
          .append((i == free && onset ? LOOSE_ONSETS : ONSETS)[index / 588])
          .append((i == free && !onset ? LOOSE_VOWELS : VOWELS)[index / 28 % 21])
          .append(carries ? CARRIED[index % 28] : CODAS[index % 28]);
    }
    return latin.toString();
  }
}
