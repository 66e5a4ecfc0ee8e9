package io.takewithott.auth.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawnPictureTest {
  @ParameterizedTest
  @CsvSource({
    "mina, M",
    "미나, 미",
    "👨‍👩‍👧 family, 👨‍👩‍👧",
    "<script>, <",
    "&amp;, &",
    "'\"quoted\"', '\"'",
    "]]>, ]",
  })
  void theFirstLetterIsDrawnAsText(String nickname, String letter) throws Exception {
    assertThat(textOf(nickname)).isEqualTo(letter);
  }

  @Test
  void whatXmlCannotHoldIsAQuestionMark() throws Exception {
    for (String odd :
        new String[] {
          "", "\u0000x", "\u202Eanim", "\uFFFEx", "\uD83C", "e" + "\u0301".repeat(99)
        }) {
      assertThat(textOf(odd)).isEqualTo("?");
    }
  }

  @Test
  void somebodyKeepsTheirColour() {
    assertThat(DrawnPicture.svg("mina")).isEqualTo(DrawnPicture.svg("mina"));
    assertThat(new String(DrawnPicture.svg("mina"), StandardCharsets.UTF_8))
        .isNotEqualTo(new String(DrawnPicture.svg("mona"), StandardCharsets.UTF_8));
  }

  /** As an XML parser reads it, which refuses what is not well formed. */
  private static String textOf(String nickname) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(DrawnPicture.svg(nickname)))
        .getDocumentElement()
        .getElementsByTagName("text")
        .item(0)
        .getTextContent();
  }
}
