package io.takewithott.recommender.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.recommender.storage.SectionFile;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TitleFeaturesTest {
  private static final TitleFeatures THREE =
      TitlesTable.features(
          """
          2003-05-02  film    15   k:실화  g:thriller  g:drama  d:7  c:9  c:8  n:KR  g:thriller
          1999        series  .    g:drama
          .           .       .
          """);

  @Test
  void aTitleHasItsFeaturesByKindTheMainOneFirst() {
    assertThat(keys(THREE, 0)).containsExactly("thriller", "drama", "7", "9", "8", "KR", "실화");
    assertThat(keys(THREE, 1)).containsExactly("drama");
    assertThat(keys(THREE, 2)).isEmpty();
  }

  @Test
  void numbersAreThereOrNot() {
    assertThat(THREE.year(0)).as("of the release").hasValue(2003);
    assertThat(THREE.released(0)).contains(LocalDate.of(2003, 5, 2));
    assertThat(THREE.ageRating(0)).contains(AgeRating.FROM_15);
    assertThat(THREE.year(1)).hasValue(1999);
    assertThat(THREE.released(1)).isEmpty();
    assertThat(THREE.form(1)).contains(TitleForm.SERIES);
    assertThat(THREE.ageRating(1)).isEmpty();
    assertThat(THREE.year(2)).isEmpty();
    assertThat(THREE.runtimeMinutes(2)).isEmpty();
    assertThat(THREE.form(2)).isEmpty();
  }

  @Test
  void aFeatureIsFoundByKindAndKey() {
    int drama = THREE.featureIndex(FeatureKind.GENRE, "drama");

    assertThat(THREE.has(0, drama)).isTrue();
    assertThat(THREE.has(2, drama)).isFalse();
    assertThat(THREE.featureIndex(FeatureKind.KEYWORD, "drama")).isNegative();
  }

  @Test
  void theyComeBackFromAFileAsTheyWere() {
    TitleFeatures back = FeatureSections.read(SectionFile.read(file(THREE), "TESTTEST", 1), 3);

    assertThat(file(back)).isEqualTo(file(THREE));
    assertThat(back.feature(back.of(0)[2]))
        .isEqualTo(new Feature(FeatureKind.DIRECTOR, "7", "감독7", "Director 7"));
  }

  @Test
  void aFileWithoutThemHasTitlesOfWhichNothingIsKnown() {
    byte[] old = new SectionFile.Writer().ints("SOME", new int[1]).file("TESTTEST", 1);

    TitleFeatures none = FeatureSections.read(SectionFile.read(old, "TESTTEST", 1), 4);

    assertThat(none.titleCount()).isEqualTo(4);
    assertThat(none.of(3)).isEmpty();
  }

  @Test
  void featuresOfOtherTitlesAreRefused() {
    assertThatThrownBy(() -> FeatureSections.read(SectionFile.read(file(THREE), "TESTTEST", 1), 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Features of 3 titles, not 4");
  }

  private static byte[] file(TitleFeatures features) {
    SectionFile.Writer writer = new SectionFile.Writer();
    FeatureSections.write(features, writer);
    return writer.file("TESTTEST", 1);
  }

  private static List<String> keys(TitleFeatures features, int title) {
    return Arrays.stream(features.of(title)).mapToObj(id -> features.feature(id).key()).toList();
  }
}
