package io.takewithott.catalog.text;

import java.util.Arrays;

/**
 * The sounds that texts are compared in, a small number each, and the coarse class of each: sounds
 * of one class are easily taken for one another, by ears and by recognisers. Plain, tense and
 * aspirated consonants share a class, ㅐ and ㅔ, ㅗ and ㅓ, ㅡ and ㅜ, a glide and its vowel, ㄴ and ㅇ at
 * the end of a syllable; of Latin letters those that English spells one sound with.
 */
public final class Sound {
  /** More than any sound's number. */
  public static final int COUNT = 256;

  /** More than any class's number: six bits. */
  public static final int CLASSES = 64;

  static final String CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  private static final int FIRST_CONSONANT = 1;
  private static final int FIRST_VOWEL = 20;
  private static final int FIRST_DIGIT = 41;
  private static final int FIRST_LATIN = 51;
  private static final int FIRST_OTHER = 77;
  private static final int OTHERS = 170;

  private static final String[] CLASS_MEMBERS = {
    "ㄱㄲㅋ", "ㄴㅇ", "ㄷㄸㅌ", "ㄹ", "ㅁ", "ㅂㅃㅍ", "ㅅㅆ", "ㅈㅉㅊ", "ㅎ", "ㅏㅑㅘ", "ㅓㅕㅗㅛㅝ", "ㅐㅔㅒㅖㅚㅙㅞ", "ㅜㅠㅡ", "ㅣㅟㅢ",
    "bp", "fv", "ckqg", "dt", "szx", "j", "lr", "mn", "h", "uw", "a", "e", "iy", "o"
  };
  private static final int FIRST_DIGIT_CLASS = CLASS_MEMBERS.length + 1;
  private static final int FIRST_OTHER_CLASS = FIRST_DIGIT_CLASS + 10;

  private static final byte[] CLASS_OF = classes();

  private Sound() {}

  /** The number of a jamo that stands for one sound; an onset ㅇ has none. */
  static int ofJamo(char jamo) {
    int consonant = CONSONANTS.indexOf(jamo);
    return consonant >= 0
        ? FIRST_CONSONANT + consonant
        : FIRST_VOWEL + Math.max(0, Hangul.VOWELS.indexOf(jamo));
  }

  /** The number of anything that is not Hangul. */
  static int ofOther(int codePoint) {
    if (codePoint >= 'a' && codePoint <= 'z') {
      return FIRST_LATIN + codePoint - 'a';
    }
    if (codePoint >= '0' && codePoint <= '9') {
      return FIRST_DIGIT + codePoint - '0';
    }
    return FIRST_OTHER + Math.floorMod(codePoint * 31, OTHERS);
  }

  static boolean isVowel(int sound) {
    return sound >= FIRST_VOWEL && sound < FIRST_DIGIT;
  }

  static boolean isKorean(int sound) {
    return sound < FIRST_DIGIT;
  }

  static boolean isLatin(int sound) {
    return sound >= FIRST_LATIN && sound < FIRST_OTHER;
  }

  /** Which class each sound belongs to, by its number; not to be changed. */
  public static int classOf(int sound) {
    return CLASS_OF[sound];
  }

  /** The class of each sound. */
  public static byte[] classes(byte[] sounds) {
    byte[] classes = new byte[sounds.length];
    for (int i = 0; i < sounds.length; i++) {
      classes[i] = CLASS_OF[Byte.toUnsignedInt(sounds[i])];
    }
    return classes;
  }

  private static byte[] classes() {
    byte[] classes = new byte[COUNT];
    Arrays.fill(classes, (byte) 0);
    for (int i = 0; i < CLASS_MEMBERS.length; i++) {
      for (char member : CLASS_MEMBERS[i].toCharArray()) {
        classes[member < 0x80 ? ofOther(member) : ofJamo(member)] = (byte) (i + 1);
      }
    }
    for (int digit = 0; digit < 10; digit++) {
      classes[FIRST_DIGIT + digit] = (byte) (FIRST_DIGIT_CLASS + digit);
    }
    for (int other = FIRST_OTHER; other < COUNT; other++) {
      classes[other] =
          (byte) (FIRST_OTHER_CLASS + (other - FIRST_OTHER) % (CLASSES - FIRST_OTHER_CLASS));
    }
    return classes;
  }
}
