package io.takewithott.community.chat.masking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          전화 주세요 010-1234-5678               | 전화 주세요 ****
          01012345678로 연락                      | ****로 연락
          010.1234.5678                           | ****
          010 1234 5678 입니다                    | **** 입니다
          0 1 0 1 2 3 4 5 6 7 8                   | ****
          ０１０－１２３４－５６７８               | ****
          ⓪①⓪ 1234 5678                          | ****
          O1O-1234-5678                           | ****
          공일공 일이삼사 오육칠팔                 | ****
          공1공-1이34-오678                        | ****
          +82 10-1234-5678                        | ****
          011-234-5678                            | ****
          집은 02-123-4567                        | 집은 ****
          031-1234-5678                           | ****
          +1 415 555 2671                         | ****
          국민 123456-01-123456                   | 국민 ****
          카뱅 3333 01 1234567 로                 | 카뱅 **** 로
          110-123-456789 신한                     | **** 신한
          계좌는 3333011234567                    | 계좌는 ****
          1002 - 123 - 456789                     | ****
          900101-1234567                          | ****
          4111 1111 1111 1111                     | ****
          카드 5555-5555-5555-4444                | 카드 ****
          메일 hong@example.com                   | 메일 ****
          hong ＠ example ．com                   | ****
          hong(at)example(dot)com                 | ****
          hong골뱅이naver점com                    | ****
          비밀번호 qwer1234!                      | 비밀번호 ****
          비번은 letmein                          | 비번은 ****
          비 밀 번 호 : ab12                      | 비 밀 번 호 : ****
          pw: hunter2                             | pw: ****
          P.W hunter2                             | P.W ****
          password is netflix99                   | password is ****
          ＰＷ＝ｈｕｎｔｅｒ２                     | ＰＷ＝****
          아이디 hong123 비번 qwer1234!           | 아이디 **** 비번 ****
          id/pw: hong / qwer12                    | id/pw: **** / ****
          비번 1234                               | 비번 ****
          """)
  void whatMayNotBeToldIsTakenOut(String written, String stored) {
    assertThat(Masking.mask(written)).isEqualTo(new Masked(stored, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026년 11월 21일에 봐요",
        "2026-11-21 저녁 8시",
        "2026.11.21 20:30",
        "한 달에 17,000원이고 한 명에 4,250원이에요",
        "13900 17000 12900 중에 뭐가 나아요?",
        "1,000,000,000원 있으면 좋겠다",
        "9900 4900 5500 7900",
        "시즌 3 12화부터 16화까지",
        "S03E12 봤어요? 1988, 1987, 2046 추천",
        "2019 2020 2021 2022년 작품",
        "2019-2020-2021 시리즈",
        "1.5배속으로 30분 10초",
        "비밀번호 바꿨어요",
        "비번 바뀌었나요? 안 들어가져요",
        "아이디 공유는 안 돼요",
        "password is wrong",
        "the password changed",
        "id card 필요 없어요",
        "넷플릭스 4명이서 봐요",
        "일이 많아서 이번 주는 못 봐요. 공연 영화도 삼일 뒤에!",
        "@hong 이거 봤어?",
        "ㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋ",
        "👨‍👩‍👧‍👦 가족끼리 100번 봄",
        "3.141592653",
        "평점 4.5/5 (1234명)",
        "5001번 파티",
      })
  void whatIsHarmlessStays(String written) {
    assertThat(Masking.mask(written)).isEqualTo(new Masked(written, false));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 1000})
  void aLongTextIsLookedThroughInNoTime(int repeats) {
    String[] awkward = {"0 ", "a.", "1-", "비번", "id/pw ", "(((", "+82 "};
    for (String part : awkward) {
      long begun = System.nanoTime();
      Masking.mask(part.repeat(repeats));
      assertThat(System.nanoTime() - begun).as(part).isLessThan(2_000_000_000L);
    }
  }
}
