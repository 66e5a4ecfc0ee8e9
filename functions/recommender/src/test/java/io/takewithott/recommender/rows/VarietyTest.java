package io.takewithott.recommender.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.TwoGenres;
import io.takewithott.recommender.TwoTastes;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.History.Entry;
import io.takewithott.recommender.score.TopTitles.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Titles 0 to 39 are dramas, 40 to 79 war films; genres come as drama, war. */
class VarietyTest {
  private static final double[] TWO_THIRDS_DRAMA = {2 / 3.0, 1 / 3.0};

  private final Variety variety = new Variety(TwoGenres.model());

  /** Five stars are five half stars above what is not liked, four are three. */
  @Test
  void aTasteIsThePartOfEachGenreInWhatWasLiked() {
    History history =
        new History(
            List.of(
                Entry.rated(101, 10, 1),
                Entry.rated(141, 8, 1),
                Entry.rated(142, 2, 1),
                Entry.rated(182, 10, 1),
                Entry.rated(999, 10, 1)));

    double[] taste = variety.taste(history);

    assertThat(taste[0]).isEqualTo(5 / 8.0, within(1e-9));
    assertThat(taste[1]).isEqualTo(3 / 8.0, within(1e-9));
    assertThat(variety.taste(History.NONE)).containsOnly(0);
  }

  /** Nearly equal scores: of three titles two are dramas, as in the taste. */
  @Test
  void ofEquallyGoodTitlesTheGenresAreMixedAsInTheTaste() {
    List<Scored> titles =
        List.of(
            new Scored(0, 1.0),
            new Scored(1, 0.999),
            new Scored(2, 0.998),
            new Scored(40, 0.997),
            new Scored(3, 0.996),
            new Scored(41, 0.995),
            new Scored(4, 0.1));

    assertThat(variety.choose(titles, TWO_THIRDS_DRAMA, 6)).containsExactly(0, 40, 1, 2, 41, 3);
  }

  @Test
  void aMuchBetterTitleStaysBeforeOneOfAnotherGenre() {
    List<Scored> titles =
        List.of(new Scored(0, 1), new Scored(1, 0.9), new Scored(2, 0.8), new Scored(40, 0));

    assertThat(variety.choose(titles, TWO_THIRDS_DRAMA, 3)).containsExactly(0, 1, 2);
  }

  @Test
  void withoutATasteOrGenresTheOrderStays() {
    List<Scored> titles = List.of(new Scored(5, 3), new Scored(50, 2), new Scored(6, 1));

    assertThat(variety.choose(titles, new double[2], 2)).containsExactly(5, 50);
    assertThat(new Variety(TwoTastes.model()).choose(titles, new double[0], 3))
        .containsExactly(5, 50, 6);
  }

  @Test
  void titlesOfEqualScoresAreAllChosen() {
    List<Scored> equal = List.of(new Scored(0, 1), new Scored(1, 1), new Scored(82 - 1, 1));

    assertThat(variety.choose(equal, TWO_THIRDS_DRAMA, 5)).containsExactlyInAnyOrder(0, 1, 81);
  }

  /** Over random scores: never more than one per cent of the discounted relevance. */
  @Test
  void aRowKeepsNinetyNinePerCentOfItsRelevance() {
    Random random = new Random(9);
    int changed = 0;
    for (int trial = 0; trial < 200; trial++) {
      double[] scores = random.doubles(60).map(value -> -Math.log(value)).sorted().toArray();
      List<Scored> titles = new ArrayList<>();
      for (int place = 0; place < 60; place++) {
        titles.add(new Scored((place * 37 + trial) % 80, scores[59 - place]));
      }
      double drama = random.nextDouble();
      List<Integer> row = variety.choose(titles, new double[] {drama, 1 - drama}, 20);

      assertThat(row).hasSize(20).doesNotHaveDuplicates();
      assertThat(discounted(row, titles, 10)).isGreaterThanOrEqualTo(0.99);
      assertThat(discounted(row, titles, 20)).isGreaterThanOrEqualTo(0.99);
      changed +=
          row.equals(IntStream.range(0, 20).mapToObj(at -> titles.get(at).title()).toList())
              ? 0
              : 1;
    }
    assertThat(changed).as("rows that became more varied").isGreaterThan(100);
  }

  private static double discounted(List<Integer> row, List<Scored> titles, int places) {
    double lowest = titles.get(titles.size() - 1).score();
    double now = 0;
    double best = 0;
    for (int place = 0; place < places; place++) {
      double discount = Math.log(2) / Math.log(place + 2);
      int title = row.get(place);
      double score =
          titles.stream().filter(one -> one.title() == title).findFirst().orElseThrow().score();
      now += (score - lowest) * discount;
      best += (titles.get(place).score() - lowest) * discount;
    }
    return now / best;
  }
}
