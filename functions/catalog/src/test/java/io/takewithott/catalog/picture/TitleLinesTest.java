package io.takewithott.catalog.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.catalog.picture.PosterStore.Subject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleLinesTest {
  /** Words stay whole, lines are even, no syllable is left over. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "실미도                                   | 실미도",
        "반지의 제왕 왕의 귀환                         | 반지의 제왕/왕의 귀환",
        "공동경비구역 JSA                           | 공동경비구역/JSA",
        "지금 만나러 갑니다                          | 지금 만나러/갑니다",
        "살인의 추억                               | 살인의 추억",
        "The Good, the Bad, the Weird            | The Good,/the Bad,/the Weird"
      })
  void namesAreSetInLines(String title, String lines) {
    assertThat(TitleLines.of(title).lines()).containsExactly(lines.split("/"));
  }

  @Test
  void aLongNameIsSmallerAndStillWhole() {
    String name = "닥터 스트레인지러브 또는 나는 어떻게 걱정을 멈추고 폭탄을 사랑하게 되었는가";
    TitleLines lines = TitleLines.of(name);

    assertThat(String.join(" ", lines.lines())).isEqualTo(name);
    assertThat(lines.size()).isLessThan(TitleLines.of("실미도").size());
    assertThat(lines.lines()).hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void aWordWithoutEndIsBrokenAndCut() {
    TitleLines lines = TitleLines.of("가".repeat(1000));

    assertThat(lines.lines()).hasSizeLessThanOrEqualTo(6).allSatisfy(line -> assertThat(line.length()).isLessThan(16));
  }

  /** Markup, control characters, turned writing, half surrogates, piled marks: the drawing stays XML. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg onload=alert(1)>", "]]>&amp;<!--", "a\u0000b\u001Fc", "\u202Egnirts\u202C", "\uD800", "\uFFFE", "",
        " ", "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "👨‍👩‍👧‍👦 가족"
      })
  void aHostileNameIsDrawnSafely(String title) throws Exception {
    String svg = DrawnPoster.svg(new Subject(1, title, null, null, null, null));

    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("svg").getLength()).isEqualTo(1);
    assertThat(document.getDocumentElement().hasAttribute("onload")).isFalse();
    assertThat(svg.codePoints()).noneMatch(point -> point >= 0x202A && point <= 0x202E);
  }

  @Test
  void theSameTitleIsAlwaysDrawnTheSameInItsGenresColour() {
    Subject war = new Subject(7, "고지전", 2011, null, null, "war");
    Subject romance = new Subject(7, "고지전", 2011, null, null, "romance");

    assertThat(DrawnPoster.svg(war)).isEqualTo(DrawnPoster.svg(war)).contains("hsl(80,");
    assertThat(DrawnPoster.svg(romance)).contains("hsl(335,");
    assertThat(List.of(war, romance)).doesNotHaveDuplicates();
  }
}
