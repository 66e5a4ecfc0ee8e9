package io.takewithott.benchmarks.search;

/**
 * A Korean keyboard and its composer, written independently of how search sees them: text to keys,
 * and keys to the text that appears.
 */
final class Keyboard {
  private static final String ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  private static final String[] ONSET_KEYS = {
    "r", "R", "s", "e", "E", "f", "a", "q", "Q", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g"
  };
  private static final String[] VOWEL_KEYS = {
    "k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b",
    "m", "ml", "l"
  };
  private static final String[] CODA_KEYS = {
    "", "r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a",
    "q", "qt", "t", "T", "d", "w", "c", "z", "x", "v", "g"
  };
  private static final String VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";

  private Keyboard() {}

  static char onset(char syllable) {
    return ONSETS.charAt((syllable - '가') / 588);
  }

  static String keys(String text) {
    StringBuilder keys = new StringBuilder();
    for (char letter : text.toCharArray()) {
      int index = letter - '가';
      if (index < 0 || letter > '힣') {
        keys.append(letter);
      } else {
        keys.append(ONSET_KEYS[index / 588])
            .append(VOWEL_KEYS[index / 28 % 21])
            .append(CODA_KEYS[index % 28]);
      }
    }
    return keys.toString();
  }

  /** What appears when these keys are pressed; what composes no syllable stays a jamo. */
  static String typed(String keys) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < keys.length()) {
      int onset = index(ONSET_KEYS, keys.substring(at, at + 1));
      int vowel = onset < 0 ? -1 : longest(VOWEL_KEYS, keys, at + 1);
      if (vowel < 0) {
        text.append(single(keys.substring(at, at + 1)));
        at++;
        continue;
      }
      int behind = at + 1 + VOWEL_KEYS[vowel].length();
      int coda = longestCoda(keys, behind);
      text.append((char) ('가' + (onset * 21 + vowel) * 28 + coda));
      at = behind + CODA_KEYS[coda].length();
    }
    return text.toString();
  }

  /** A consonant before a vowel begins the next syllable. */
  private static int longestCoda(String keys, int at) {
    for (int length = 2; length > 0; length--) {
      if (at + length <= keys.length()) {
        int coda = index(CODA_KEYS, keys.substring(at, at + length));
        boolean vowelNext = longest(VOWEL_KEYS, keys, at + length) >= 0;
        if (coda > 0 && !vowelNext) {
          return coda;
        }
      }
    }
    return 0;
  }

  private static int longest(String[] all, String keys, int at) {
    for (int length = 2; length > 0; length--) {
      if (at + length <= keys.length()) {
        int found = index(all, keys.substring(at, at + length));
        if (found >= 0) {
          return found;
        }
      }
    }
    return -1;
  }

  private static String single(String key) {
    int onset = index(ONSET_KEYS, key);
    int vowel = index(VOWEL_KEYS, key);
    return onset >= 0
        ? String.valueOf(ONSETS.charAt(onset))
        : vowel >= 0 ? String.valueOf(VOWELS.charAt(vowel)) : key;
  }

  private static int index(String[] all, String key) {
    for (int i = 0; i < all.length; i++) {
      if (all[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }
}
