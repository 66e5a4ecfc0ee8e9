package io.takewithott.catalog.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundsTest {
  @ParameterizedTest
  @CsvSource({
    "먹어,   머거",
    "앉아,   안자",
    "읽어,   일거",
    "싫어,   시러",
    "좋고,   조코",
    "많다,   만타",
    "같이,   가치",
    "굳이,   구지",
    "먹는,   멍는",
    "국민,   궁민",
    "입니다, 임니다",
    "신라,   실라",
    "독립,   동닙",
    "꽃도,   꼳도",
    "급히,   그피",
    "놓는,   논는",
    "맏형,   마텽",
    "닫혀,   다텨",
    "강아지, 강아지",
    "먹 어,  머거",
    "먹-어!, 머거",
  })
  void whatIsSaidAlikeIsAlike(String written, String said) {
    assertThat(sounds(written)).isEqualTo(sounds(said));
  }

  @ParameterizedTest
  @CsvSource({"개,게", "가,카", "가,까", "고,거", "귀,기", "의,이", "왜,외", "안,앙"})
  void whatIsEasilyTakenForOneAnotherIsOfOneClass(String one, String other) {
    assertThat(Sound.classes(sounds(one))).isEqualTo(Sound.classes(sounds(other)));
    assertThat(sounds(one)).isNotEqualTo(sounds(other));
  }

  @Test
  void composedAndSeparateLettersSoundTheSame() {
    assertThat(sounds(Normalizer.normalize("밥은 먹고 다니냐", Normalizer.Form.NFD)))
        .isEqualTo(sounds("밥은 먹고 다니냐"));
    assertThat(sounds("ＩＲＯＮ　Ｍａｎ")).isEqualTo(sounds("iron man"));
  }

  @Test
  void everySoundKnowsTheLetterItCameFrom() {
    FoldedText text = FoldedText.of("밥, 은!");
    Units sounds = Sounds.of(text);

    assertThat(sounds.length()).isEqualTo(5);
    assertThat(text.start(sounds.letter(2))).isEqualTo(3);
    assertThat(text.shown().substring(text.start(1), text.end(1))).isEqualTo("은");
  }

  @ParameterizedTest
  @CsvSource({
    "silmido,      실미도",
    "shilmido,     실미도",
    "gisaengchung, 기생충",
    "kisaengchoong,기생충",
    "oldeuboi,     올드보이",
    "bongjoonho,   봉준호",
    "bakhasatang,  박하사탕",
  })
  void romanisedKoreanSoundsAsItIsMeant(String latin, String hangul) {
    byte[] wanted = Sound.classes(sounds(hangul));

    assertThat(RomanSounds.readings(FoldedText.of(latin)))
        .anySatisfy(reading -> assertThat(Sound.classes(reading.bytes())).isEqualTo(wanted));
  }

  @ParameterizedTest
  @CsvSource({
    "tlfaleh,        실미도",
    "dhfemqhdl,      올드보이",
    "wkddhlfkf,      장외랄",
    "ㅑㅜㅊㄷㅔ샤ㅐㅜ, inception",
    "ㅅㅁㄷ,          tae",
    "QWE,            qwe",
  })
  void bothLayoutsAreTheSameKeys(String one, String other) {
    assertThat(Keystrokes.of(FoldedText.of(one)).bytes().length).isPositive();
    assertThat(keys(one)).isEqualTo(keys(other));
  }

  @Test
  void numbersAreReadInEveryWay() {
    assertThat(SpokenNumbers.readings("야, 4885. 너지?")).contains("야, 사천팔백팔십오. 너지?", "야, 사팔팔오. 너지?");
    assertThat(SpokenNumbers.readings("12척")).contains("십이척", "일이척", "열두척", "열둘척", " twelve 척");
    assertThat(SpokenNumbers.readings("누가 5야?")).contains("누가 오야?", "누가 다섯야?");
    assertThat(SpokenNumbers.readings("I love you 3000")).contains("I love you  three thousand ");
    assertThat(SpokenNumbers.readings("100만")).contains("백만");
    assertThat(SpokenNumbers.readings("1,000,000원")).contains("백만원");
    assertThat(SpokenNumbers.readings("스무 살")).isEqualTo(List.of("스무 살"));
    assertThat(SpokenNumbers.sino(10_000)).isEqualTo("만");
    assertThat(SpokenNumbers.sino(123_456_789L)).isEqualTo("일억이천삼백사십오만육천칠백팔십구");
    assertThat(SpokenNumbers.english(1984)).isEqualTo("one thousand nine hundred eighty four");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "음 그 뭐냐 날 쏘고 가라               | 날 쏘고 가라",
        "어... 날 쏘고 가라 뭐더라             | 날 쏘고 가라",
        "날 쏘고 가라 라는 대사 나오는 영화    | 날 쏘고 가라",
        "날 쏘고 가라 하는 영화 뭐였지         | 날 쏘고 가라",
        "음악이 들린다                         | 음악이 들린다",
        "어머니는 짜장면이 싫다고 하셨어       | 어머니는 짜장면이 싫다고 하셨어",
        "음                                    | 음",
        "대사                                  | 대사",
        "the movie where he says why so serious| why so serious",
      })
  void whatSurroundsALineIsLeftOut(String said, String line) {
    assertThat(Fillers.without(said)).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\ud800", "\udfff가", "ﷺ", "\u0000\u0001", "e\u0301", "가\u0301"})
  void oddTextsAreFoldedWithoutHarm(String odd) {
    FoldedText text = FoldedText.of(odd);
    for (int i = 0; i < text.length(); i++) {
      assertThat(text.end(i))
          .isGreaterThan(text.start(i))
          .isLessThanOrEqualTo(text.shown().length());
    }
    assertThat(Sounds.of(text).length()).isGreaterThanOrEqualTo(0);
    assertThat(Keystrokes.of(text).length()).isGreaterThanOrEqualTo(0);
  }

  private static byte[] sounds(String text) {
    return Sounds.of(FoldedText.of(text)).bytes();
  }

  private static byte[] keys(String text) {
    byte[] keys = Keystrokes.of(FoldedText.of(text)).bytes();
    for (int i = 0; i < keys.length; i++) {
      keys[i] &= Keystrokes.KEY;
    }
    return keys;
  }
}
