package io.takewithott.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.benchmarks.search.LineQueries.LineQuery;
import io.takewithott.catalog.index.Lookup;
import io.takewithott.testing.Checkout;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The floors below which search may not fall, on the seed that nothing was chosen on. */
class SearchQualityTest {
  private static final ShippedFilms FILMS = ShippedFilms.read(Checkout.root());
  private static final SearchQuality QUALITY = new SearchQuality(FILMS, Lookup.of(FILMS.index()));

  @Test
  void ofSpoiledLinesNineteenInTwentyComeFirst() {
    Map<Corruption, Recall> recalls = QUALITY.lines(LineQueries.REPORTED_ON);

    Recall all = SearchQuality.total(recalls);
    assertThat(all.queries()).isGreaterThanOrEqualTo(400);
    assertThat(all.atOne()).isGreaterThanOrEqualTo(0.98);
    recalls.forEach(
        (corruption, recall) ->
            assertThat(recall.atOne()).as(corruption.name()).isGreaterThanOrEqualTo(0.94));
  }

  @Test
  void ofSentencesThatAreInNoLineTwoInAHundredAreAnsweredAtMost() {
    List<String> sentences = LineQueries.unheard();

    assertThat(sentences).hasSizeGreaterThanOrEqualTo(100).doesNotHaveDuplicates();
    assertThat(QUALITY.falselyAnswered()).hasSizeLessThanOrEqualTo(sentences.size() / 50);
  }

  @Test
  void spoiledTitlesComeFirst() {
    Map<TitleSpoiling, Recall> recalls = QUALITY.titles(LineQueries.REPORTED_ON);
    Map<TitleSpoiling, Double> floors =
        Map.of(
            TitleSpoiling.NO_SPACES, 0.99,
            TitleSpoiling.BEGINNING, 0.96,
            TitleSpoiling.TYPO, 0.97,
            TitleSpoiling.LAYOUT, 0.99,
            TitleSpoiling.INITIALS, 0.97,
            TitleSpoiling.PARTLY_INITIALS, 0.98,
            TitleSpoiling.ROMANISED, 0.96,
            TitleSpoiling.LOOSELY_ROMANISED, 0.92);

    assertThat(recalls.keySet()).isEqualTo(floors.keySet());
    floors.forEach(
        (spoiling, floor) ->
            assertThat(recalls.getOrDefault(spoiling, new Recall()).atOne())
                .as(spoiling.name())
                .isGreaterThanOrEqualTo(floor));
  }

  @Test
  void aSeedMakesTheSameQueriesAlwaysAndAnotherOneOthers() {
    List<LineQuery> tuned = LineQueries.of(FILMS.lines(), LineQueries.TUNED_ON);
    List<LineQuery> reported = LineQueries.of(FILMS.lines(), LineQueries.REPORTED_ON);

    assertThat(LineQueries.of(FILMS.lines(), LineQueries.TUNED_ON)).isEqualTo(tuned);
    HashSet<String> both = new HashSet<>(tuned.stream().map(LineQuery::text).toList());
    both.retainAll(reported.stream().map(LineQuery::text).toList());
    assertThat(both)
        .as("apart from those that nothing is left to chance in")
        .hasSizeLessThan(tuned.size() / 2);
  }

  @Test
  void aTypedTextAppearsAsOneTypedIt() {
    assertThat(Keyboard.typed("tlfaleh")).isEqualTo("실미도");
    assertThat(Keyboard.keys("밟고 있다")).isEqualTo("qkfqrh dlTek");
    assertThat(Keyboard.typed(Keyboard.keys("왕의남자없었어"))).isEqualTo("왕의남자없었어");
    assertThat(Romanisation.strict("살인의추억")).isEqualTo("sarinuichueok");
  }
}
