package io.takewithott.local.world;

/** Nicknames for viewers who never chose one: an adjective, an animal and a number. */
public final class Nicknames {
  private static final String[] ADJECTIVES = {
    "졸린", "용감한", "느긋한", "수줍은", "배고픈", "엉뚱한", "다정한", "반짝이는", "조용한", "씩씩한",
    "꼼꼼한", "발랄한", "심심한", "포근한", "재빠른", "고독한", "명랑한", "진지한", "호기심많은", "낭만적인",
  };

  private static final String[] ANIMALS = {
    "수달", "고양이", "여우", "판다", "부엉이", "고래", "토끼", "너구리", "펭귄", "사슴",
    "다람쥐", "호랑이", "돌고래", "두더지", "고슴도치", "해달", "오리", "곰", "참새", "거북이",
  };

  private Nicknames() {}

  /** The nickname of the viewer with this number; the first few hundred differ in their words. */
  public static String of(int number) {
    int combinations = ADJECTIVES.length * ANIMALS.length;
    int mixed = (int) (number * 157L % combinations);
    return ADJECTIVES[mixed / ANIMALS.length]
        + " "
        + ANIMALS[mixed % ANIMALS.length]
        + " "
        + number;
  }
}
