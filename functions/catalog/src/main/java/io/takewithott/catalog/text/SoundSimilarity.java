package io.takewithott.catalog.text;

/**
 * How much two sounds are worth when they stand in each other's place, from +10 for the same to -8
 * for a vowel in place of a consonant. Confusions after the phonetic classes of {@link Sound}: the
 * classes are where Korean listeners and recognisers err most (plain, tense, aspirated; merged
 * vowels), neighbours by place or manner of articulation come next.
 */
public final class SoundSimilarity {
  public static final int SAME = 10;
  private static final int SAME_CLASS = 7;
  private static final int NEIGHBOURS = 1;
  private static final int LATIN_CLASS = 6;
  private static final int OTHER_OF_KIND = -4;
  private static final int OTHER_KIND = -8;

  /** Pairs of jamo that are neighbours. */
  private static final String NEIGHBOUR_PAIRS =
      "ㄴㄹ ㄴㅁ ㅁㅇ ㄷㅈ ㅅㅈ ㄷㅅ ㅈㅊ ㄱㅎ ㅂㅁ ㄱㄷ ㄷㅂ ㄱㅂ ㄷㄴ ㄹㄷ ㅎㅍ ㅏㅓ ㅓㅡ ㅗㅜ ㅓㅜ ㅣㅔ ㅣㅐ ㅏㅐ ㅡㅣ ㅜㅟ ㅓㅔ";

  /** By the two sounds' numbers, one after the other; not to be changed. */
  private static final byte[] TABLE = table();

  private SoundSimilarity() {}

  public static int of(byte one, byte other) {
    return TABLE[Byte.toUnsignedInt(one) << 8 | Byte.toUnsignedInt(other)];
  }

  private static byte[] table() {
    byte[] table = new byte[Sound.COUNT * Sound.COUNT];
    for (int one = 0; one < Sound.COUNT; one++) {
      for (int other = 0; other < Sound.COUNT; other++) {
        table[one << 8 | other] = (byte) similarity(one, other);
      }
    }
    for (String pair : NEIGHBOUR_PAIRS.split(" ")) {
      for (int one : members(pair.charAt(0))) {
        for (int other : members(pair.charAt(1))) {
          if (Sound.classOf(one) != Sound.classOf(other)) {
            table[one << 8 | other] = NEIGHBOURS;
            table[other << 8 | one] = NEIGHBOURS;
          }
        }
      }
    }
    return table;
  }

  /** All Korean sounds of a jamo's class. */
  private static int[] members(char jamo) {
    int wanted = Sound.classOf(Sound.ofJamo(jamo));
    return java.util.stream.IntStream.range(1, Sound.COUNT)
        .filter(sound -> Sound.isKorean(sound) && Sound.classOf(sound) == wanted)
        .toArray();
  }

  private static int similarity(int one, int other) {
    if (one == other) {
      return SAME;
    }
    boolean sameClass = Sound.classOf(one) == Sound.classOf(other);
    if (Sound.isKorean(one) && Sound.isKorean(other)) {
      return sameClass
          ? SAME_CLASS
          : Sound.isVowel(one) == Sound.isVowel(other) ? OTHER_OF_KIND : OTHER_KIND;
    }
    if (Sound.isLatin(one) && Sound.isLatin(other)) {
      return sameClass ? LATIN_CLASS : OTHER_OF_KIND - 1;
    }
    return OTHER_KIND;
  }
}
