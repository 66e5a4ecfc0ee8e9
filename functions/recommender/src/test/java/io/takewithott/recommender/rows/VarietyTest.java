package io.takewithott.recommender.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.recommender.content.ContentModel;
import io.takewithott.recommender.content.TitleFeatures;
import io.takewithott.recommender.content.TitlesTable;
import io.takewithott.recommender.score.TopTitles.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VarietyTest {
  /**
   * Titles 0, 1 and 2 have genre, director and era in common: a likeness of 0.54. Title 3 is like
   * none and nearly as good as 1: 0.7 · 0.98 against 0.7 · 0.99 − 0.3 · 0.54.
   */
  @Test
  void ofNearlyEquallyGoodTitlesTheOneUnlikeTheOthersComesFirst() {
    Variety variety =
        variety(
            """
            2001  .  .  g:drama  d:1
            2001  .  .  g:drama  d:1
            2001  .  .  g:drama  d:1
            1970  .  .  g:war    d:2
            2020  .  .  g:music  d:3
            """);

    assertThat(variety.choose(scored(1, 0.99, 0.98, 0.98, 0), 4)).containsExactly(0, 3, 1, 2);
  }

  @Test
  void aMuchBetterTitleStaysBeforeAnUnlikeOne() {
    Variety variety =
        variety(
            """
            2001  .  .  g:drama  d:1
            2001  .  .  g:drama  d:1
            1970  .  .  g:war    d:2
            1970  .  .  g:war    d:2
            """);

    assertThat(variety.choose(scored(1, 0.9, 0.2, 0), 3)).containsExactly(0, 1, 2);
  }

  @Test
  void withoutFeaturesTheOrderStays() {
    Variety variety = new Variety(ContentModel.of(TitleFeatures.none(3)));

    assertThat(variety.choose(scored(0.3, 0.2, 0.1), 2)).containsExactly(0, 1);
    assertThat(variety.choose(scored(0.3, 0.3, 0.3), 3)).containsExactly(0, 1, 2);
    assertThat(variety.choose(scored(5), 3)).containsExactly(0);
  }

  /** Over random titles and scores: never more than one per cent of the discounted relevance. */
  @Test
  void aRowKeepsNinetyNinePerCentOfItsRelevance() {
    Random random = new Random(9);
    int changed = 0;
    for (int trial = 0; trial < 200; trial++) {
      Variety variety = variety(table(random, 60));
      double[] scores = random.doubles(60).map(value -> -Math.log(value)).sorted().toArray();
      List<Scored> titles = new ArrayList<>();
      for (int title = 0; title < 60; title++) {
        titles.add(new Scored(title, scores[59 - title]));
      }
      List<Integer> row = variety.choose(titles, 20);

      assertThat(row).hasSize(20).doesNotHaveDuplicates();
      assertThat(discounted(row, titles, 10)).isGreaterThanOrEqualTo(0.99);
      assertThat(discounted(row, titles, 20)).isGreaterThanOrEqualTo(0.99);
      changed += row.equals(IntStream.range(0, 20).boxed().toList()) ? 0 : 1;
    }
    assertThat(changed).as("rows that became more varied").isGreaterThan(100);
  }

  private static double discounted(List<Integer> row, List<Scored> titles, int places) {
    double lowest = titles.get(titles.size() - 1).score();
    double now = 0;
    double best = 0;
    for (int place = 0; place < places; place++) {
      double discount = Math.log(2) / Math.log(place + 2);
      now += (titles.get(row.get(place)).score() - lowest) * discount;
      best += (titles.get(place).score() - lowest) * discount;
    }
    return now / best;
  }

  private static String table(Random random, int titles) {
    StringBuilder table = new StringBuilder();
    for (int title = 0; title < titles; title++) {
      table.append("2001 . . g:").append(random.nextInt(4));
      table.append(" d:").append(random.nextInt(12)).append('\n');
    }
    return table.toString();
  }

  private static Variety variety(String table) {
    return new Variety(ContentModel.of(TitlesTable.features(table)));
  }

  private static List<Scored> scored(double... bestFirst) {
    List<Scored> titles = new ArrayList<>();
    for (double score : bestFirst) {
      titles.add(new Scored(titles.size(), score));
    }
    return titles;
  }
}
