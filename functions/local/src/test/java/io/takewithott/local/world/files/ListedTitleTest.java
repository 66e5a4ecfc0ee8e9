package io.takewithott.local.world.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListedTitleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Heat (1995)                                          | Heat                       |                            | 1995
          American President, The (1995)                       | The American President     |                            | 1995
          Avventura, L' (1960)                                 | L'Avventura                |                            | 1960
          City of Lost Children, The (Cité, La) (1995)         | The City of Lost Children  | La Cité                    | 1995
          Seven (a.k.a. Se7en) (1995)                          | Seven                      |                            | 1995
          Road Warrior, The (a.k.a. Mad) (Mad Max 2) (1981)    | The Road Warrior           | Mad Max 2                  | 1981
          (500) Days of Summer (2009)                          | (500) Days of Summer       |                            | 2009
          Evangelion: You Are (Not) Alone (2007)               | Evangelion: You Are (Not) Alone |                       | 2007
          Fawlty Towers (1975-1979)                            | Fawlty Towers              |                            | 1975
          Stranger Things (2016– )                             | Stranger Things            |                            | 2016
          2001: A Space Odyssey                                | 2001: A Space Odyssey      |                            |
          Play It Again, Sam (1972)                            | Play It Again, Sam         |                            | 1972
          Blade Runner 2049 (2017)                             | Blade Runner 2049          |                            | 2017
          (1995)                                               | (1995)                     |                            |
          Too Early (0000)                                     | Too Early                  |                            |
          """)
  void listedTitleIsTakenApart(String listed, String title, String original, Integer year) {
    ListedTitle parsed = ListedTitle.parse(listed);

    assertThat(parsed.title()).isEqualTo(title);
    assertThat(parsed.originalTitle()).isEqualTo(original == null ? title : original);
    assertThat(parsed.year()).isEqualTo(year);
  }

  @Test
  void titleWithoutANameIsRejected() {
    assertThatThrownBy(() -> ListedTitle.parse("  ")).hasMessage("a title without a name");
  }

  @Test
  void absurdNameIsRejected() {
    assertThatThrownBy(() -> ListedTitle.parse("x".repeat(501)))
        .hasMessage("a name of 501 characters");
  }
}
