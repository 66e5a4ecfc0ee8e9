package io.takewithott.benchmarks.search;

import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Sounds that are taken for one another, written down independently of how search compares them:
 * after the confusions that are known of Korean listeners and recognisers (plain, tense and
 * aspirated stops, ㅐ and ㅔ, ㅗ and ㅓ, ㅡ and ㅜ, nasal codas, lost ㅎ) and of English spelling.
 */
final class SimilarSounds {
  private static final int FIRST = '가';
  private static final String ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  private static final String VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
  private static final String CODAS = "-ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

  private static final Map<Character, String> ONSET_FOR =
      Map.ofEntries(
          Map.entry('ㄱ', "ㅋㄲㄷ"),
          Map.entry('ㄲ', "ㄱㅋ"),
          Map.entry('ㅋ', "ㄱㄲ"),
          Map.entry('ㄷ', "ㅌㄸㄱ"),
          Map.entry('ㄸ', "ㄷㅌ"),
          Map.entry('ㅌ', "ㄷㄸ"),
          Map.entry('ㅂ', "ㅍㅃㅁ"),
          Map.entry('ㅃ', "ㅂㅍ"),
          Map.entry('ㅍ', "ㅂㅃ"),
          Map.entry('ㅈ', "ㅊㅉㅅ"),
          Map.entry('ㅉ', "ㅈㅊ"),
          Map.entry('ㅊ', "ㅈㅉ"),
          Map.entry('ㅅ', "ㅆㅈ"),
          Map.entry('ㅆ', "ㅅ"),
          Map.entry('ㄴ', "ㄹㅁ"),
          Map.entry('ㅁ', "ㄴㅂ"),
          Map.entry('ㄹ', "ㄴ"),
          Map.entry('ㅎ', "ㅇ"),
          Map.entry('ㅇ', "ㅎ"));

  private static final Map<Character, String> VOWEL_FOR =
      Map.ofEntries(
          Map.entry('ㅐ', "ㅔ"),
          Map.entry('ㅔ', "ㅐ"),
          Map.entry('ㅗ', "ㅓㅜ"),
          Map.entry('ㅓ', "ㅗㅡ"),
          Map.entry('ㅜ', "ㅡㅗ"),
          Map.entry('ㅡ', "ㅜㅓ"),
          Map.entry('ㅏ', "ㅓㅑ"),
          Map.entry('ㅑ', "ㅏ"),
          Map.entry('ㅕ', "ㅓ"),
          Map.entry('ㅛ', "ㅗ"),
          Map.entry('ㅠ', "ㅜ"),
          Map.entry('ㅚ', "ㅔㅙ"),
          Map.entry('ㅙ', "ㅚ"),
          Map.entry('ㅞ', "ㅔ"),
          Map.entry('ㅟ', "ㅣ"),
          Map.entry('ㅢ', "ㅣㅡ"),
          Map.entry('ㅘ', "ㅏ"),
          Map.entry('ㅝ', "ㅓ"),
          Map.entry('ㅖ', "ㅔ"),
          Map.entry('ㅒ', "ㅐ"),
          Map.entry('ㅣ', "ㅟㅔ"));

  private static final Map<Character, String> CODA_FOR =
      Map.ofEntries(
          Map.entry('ㄴ', "ㅇㅁ"),
          Map.entry('ㅇ', "ㄴㅁ"),
          Map.entry('ㅁ', "ㄴㅂ"),
          Map.entry('ㄱ', "ㄲㅂ-"),
          Map.entry('ㄷ', "ㅅㅌ"),
          Map.entry('ㅅ', "ㄷㅆ-"),
          Map.entry('ㅆ', "ㅅㄷ"),
          Map.entry('ㅈ', "ㅅㅊ"),
          Map.entry('ㅊ', "ㅅㅈ"),
          Map.entry('ㅌ', "ㅅㄷ"),
          Map.entry('ㅂ', "ㅍㅁ"),
          Map.entry('ㅍ', "ㅂ"),
          Map.entry('ㄹ', "ㄴ-"),
          Map.entry('ㅎ', "-"),
          Map.entry('-', "ㄴ"));

  private static final Map<Character, String> LETTER_FOR =
      Map.ofEntries(
          Map.entry('a', "eo"),
          Map.entry('e', "ia"),
          Map.entry('i', "ey"),
          Map.entry('o', "ua"),
          Map.entry('u', "o"),
          Map.entry('y', "i"),
          Map.entry('c', "ks"),
          Map.entry('k', "c"),
          Map.entry('s', "zc"),
          Map.entry('z', "s"),
          Map.entry('v', "fb"),
          Map.entry('f', "v"),
          Map.entry('b', "pv"),
          Map.entry('p', "b"),
          Map.entry('d', "t"),
          Map.entry('t', "d"),
          Map.entry('g', "jk"),
          Map.entry('j', "g"),
          Map.entry('m', "n"),
          Map.entry('n', "m"),
          Map.entry('l', "r"),
          Map.entry('r', "l"),
          Map.entry('w', "u"));

  private static final String[][] NUMERALS = {
    {"사팔팔오", "4885"},
    {"백만", "100만"},
    {"열두", "12"},
    {"한 번", "1번"},
    {"한마디", "1마디"},
    {"만년", "10000년"},
    {"4885", "사팔팔오"},
    {"5", "오"},
    {"3000", "three thousand"},
    {"9000", "nine thousand"}
  };

  private SimilarSounds() {}

  /** The letter with one of its sounds exchanged. */
  static String exchange(int letter, Random random) {
    if (letter >= FIRST && letter <= '힣') {
      return String.valueOf(syllable(letter - FIRST, random));
    }
    int small = Character.toLowerCase(letter);
    String others = small < 0x80 ? LETTER_FOR.get((char) small) : null;
    return others == null
        ? Character.toString(letter)
        : String.valueOf(others.charAt(random.nextInt(others.length()))).toLowerCase(Locale.ROOT);
  }

  private static char syllable(int index, Random random) {
    int onset = index / 588;
    int vowel = index / 28 % 21;
    int coda = index % 28;
    switch (random.nextInt(3)) {
      case 0 -> onset = exchanged(onset, ONSETS, ONSET_FOR, random);
      case 1 -> vowel = exchanged(vowel, VOWELS, VOWEL_FOR, random);
      default -> coda = exchanged(coda, CODAS, CODA_FOR, random);
    }
    return (char) (FIRST + (onset * 21 + vowel) * 28 + coda);
  }

  private static int exchanged(
      int index, String all, Map<Character, String> exchanges, Random random) {
    String others = exchanges.get(all.charAt(index));
    return others == null ? index : all.indexOf(others.charAt(random.nextInt(others.length())));
  }

  /** Some simple codas written as the next syllable's onset, as one hears them: 먹어, 머거. */
  static String carriedOver(String line, Random random) {
    StringBuilder heard = new StringBuilder(line);
    for (int i = 0; i + 1 < heard.length(); i++) {
      int here = heard.charAt(i) - FIRST;
      int next = heard.charAt(i + 1) - FIRST;
      boolean syllables = here >= 0 && here < 11172 && next >= 0 && next < 11172;
      if (!syllables || random.nextInt(3) > 0 || next / 588 != ONSETS.indexOf('ㅇ')) {
        continue;
      }
      int onset = ONSETS.indexOf(CODAS.charAt(here % 28));
      if (here % 28 > 0
          && onset >= 0
          && CODAS.charAt(here % 28) != 'ㅇ'
          && CODAS.charAt(here % 28) != 'ㅎ') {
        heard.setCharAt(i, (char) (FIRST + here - here % 28));
        heard.setCharAt(i + 1, (char) (FIRST + onset * 588 + next % 588));
      }
    }
    return heard.toString();
  }

  /** Numbers as recognisers write them, or as they are said. */
  static String numerals(String line, Random random) {
    String written = line;
    for (String[] numeral : NUMERALS) {
      if (random.nextBoolean()) {
        written = written.replaceAll("(?<![0-9])" + numeral[0] + "(?![0-9])", numeral[1]);
      }
    }
    return written;
  }
}
