package io.takewithott.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFieldTest {
  private static final TextField LINE = TextField.line("headline", 5);
  private static final TextField LINES = new TextField("text", 20, 3);

  @Test
  void textIsComposedAndStripped() {
    assertThat(LINE.required("  가나\u3000")).isEqualTo("가나");
    assertThat(LINE.required("\u1100\u1161\u11A8")).isEqualTo("각");
    assertThat(LINES.required("a\r\nb")).isEqualTo("a\nb");
  }

  @Test
  void nothingButSpaceIsNothing() {
    assertThat(LINE.optional(null)).isNull();
    assertThat(LINE.optional(" \t\n ")).isNull();
    assertThatThrownBy(() -> LINE.required("   "))
        .hasMessage("The field headline is missing or blank");
  }

  @Test
  void lengthIsCountedInCodePoints() {
    assertThat(LINE.required("😀😀😀😀😀")).isEqualTo("😀😀😀😀😀");
    assertThatThrownBy(() -> LINE.required("가나다라마바"))
        .hasMessage("The field headline has at most 5 characters");
    assertThatThrownBy(() -> LINE.required("x".repeat(10_000_000)))
        .hasMessage("The field headline has at most 5 characters");
  }

  @Test
  void aLineHasNoLineBreaks() {
    assertThatThrownBy(() -> LINE.required("a\nb"))
        .hasMessage("The field headline has at most 1 line");
    assertThatThrownBy(() -> LINES.required("a\nb\nc\nd"))
        .hasMessage("The field text has at most 3 lines");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\tb",
        "a\u007Fb",
        "a\u009Bb",
        "a\u200Eb",
        "a\u202Eb",
        "a\u2067b",
        "a\u2028b",
        "a\uFEFFb",
        "a\uDC00b",
        "a\uF8FFb",
        "a\uFFFEb",
        "b\u0301\u0301\u0301\u0301\u0301",
      })
  void whatCannotBeShownIsRefused(String text) {
    assertThatThrownBy(() -> LINES.required(text))
        .hasMessage(
            "The field text holds a character that cannot be shown or changes how others are:"
                + " control characters, direction overrides, piles of marks");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<b>x</b>", "👨‍👩‍👧", "שלום", "tiếng Việt", "ﷺ", "'; --", "\\u0000", "ก็"})
  void whatOnlyLooksStrangeIsText(String text) {
    assertThat(LINES.required(text)).isEqualTo(text);
  }
}
