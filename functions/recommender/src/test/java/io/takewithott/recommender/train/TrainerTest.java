package io.takewithott.recommender.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.TwoTastes;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.ItemNeighbours;
import io.takewithott.recommender.model.ModelFormat;
import io.takewithott.recommender.model.Signal;
import io.takewithott.recommender.progress.Phases;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.History.Entry;
import io.takewithott.recommender.score.Scorer;
import io.takewithott.recommender.score.Scores;
import io.takewithott.recommender.snapshot.RatingsMatrix;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.stars.StarViewer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TrainerTest {
  @Test
  void theSameRatingsAndSeedGiveTheSameModel() {
    assertThat(ModelFormat.write(TwoTastes.model()))
        .isEqualTo(ModelFormat.write(TwoTastes.model()));
  }

  @Test
  void whatTakesLongIsAPhase() {
    List<String> heard = new ArrayList<>();
    Phases phases =
        new Phases() {
          @Override
          public <T> T run(String name, Supplier<T> phase) {
            heard.add(name);
            return phase.get();
          }
        };

    new Trainer(7, InstantSource.fixed(TwoTastes.NOW), Duration.ofMinutes(1), phases)
        .train(TwoTastes.ratings(), TwoTastes.catalogue());

    assertThat(heard)
        .containsExactly(
            "choose: folds",
            "choose: item weights",
            "choose: walk",
            "choose: preferences",
            "choose: weights of the signals",
            "item weights",
            "walk",
            "coarse preferences",
            "fine preferences",
            "choose: stars",
            "choose: stars again",
            "stars");
  }

  @Test
  void everyTitleOfTheCatalogueIsInTheModel() {
    HybridModel model = TwoTastes.model();

    assertThat(model.titleCount()).isEqualTo(82);
    assertThat(model.crowd(model.titleIndex(181))).isZero();
    assertThat(model.ranking().walk().of(model.titleIndex(181))).isEmpty();
  }

  @Test
  void starsFollowTheTaste() {
    HybridModel model = TwoTastes.model();
    Scores scores =
        new Scorer(model)
            .score(
                new History(
                    List.of(
                        Entry.rated(101, 10, 1),
                        Entry.rated(102, 10, 1),
                        Entry.rated(103, 9, 1),
                        Entry.rated(141, 2, 1),
                        Entry.rated(142, 2, 1))));

    assertThat(scores.stars(model.titleIndex(110)))
        .isGreaterThan(scores.stars(model.titleIndex(150)));
  }

  @Test
  void withoutRatingsThereIsAModelAllTheSame() {
    HybridModel model = TwoTastes.trainer().train(RatingsSnapshot.EMPTY, new long[] {5, 6});

    StarViewer viewer = model.stars().foldIn(new int[0], new float[0], new float[0]);
    assertThat(model.titleCount()).isEqualTo(2);
    assertThat(viewer.stars(0)).isEqualTo(3);
  }

  @Test
  void withoutACatalogueThereIsAnEmptyModel() {
    assertThat(TwoTastes.trainer().train(TwoTastes.ratings(), new long[0]).titleCount()).isZero();
  }

  @Test
  void withoutTimeTheChoiceKeepsItsDefault() {
    Trainer hurried = new Trainer(7, InstantSource.fixed(TwoTastes.NOW), Duration.ZERO);

    assertThat(hurried.train(TwoTastes.ratings(), TwoTastes.catalogue()).ranking().weights())
        .isEqualTo(RankingFit.DEFAULT);
  }

  /** The start of the factors is noise, which must not be ranked by. */
  @Test
  void withoutTimeTheFactorsSayNothing() {
    Trainer hurried = new Trainer(7, InstantSource.fixed(TwoTastes.NOW), Duration.ZERO);
    HybridModel model = hurried.train(TwoTastes.ratings(), TwoTastes.catalogue());

    Scores scores = new Scorer(model).score(new History(List.of(Entry.rated(101, 10, 1))));
    for (int title = 0; title < model.titleCount(); title++) {
      assertThat(scores.signals().of(Signal.COARSE_TASTE, title)).isZero();
      assertThat(scores.signals().of(Signal.FINE_TASTE, title)).isZero();
    }
  }

  /**
   * From title 10 a walker goes to user 1 (weight 1 of 1.5) or user 2 (0.5 of 1.5), from user 1
   * with 0.5 of 1.5 to title 11, from user 2 with 1 of 1.5 to title 12. Without a penalty the
   * weights are 2/3 · 1/3 and 1/3 · 2/3.
   */
  @Test
  void neighboursAreTheChancesOfAWalk() {
    RatingsSnapshot ratings =
        RatingsMatrix.snapshot(
            """
                  10   11   12
              1    5  2.5    .
              2  2.5    .    5
            """);

    ItemNeighbours neighbours = new NeighbourTraining(ratings).train(0);

    assertThat(neighbours.weight(0, 1)).isEqualTo(2 / 9f, within(1e-6f));
    assertThat(neighbours.weight(0, 2)).isEqualTo(2 / 9f, within(1e-6f));
    assertThat(neighbours.weight(1, 0)).isEqualTo(2 / 3f, within(1e-6f));
    assertThat(neighbours.weight(1, 2)).isZero();
  }

  /** Title 11 has the mass 0.5 and 12 has 1: with beta 1 the weights are over these. */
  @Test
  void popularNeighboursPayThePenalty() {
    RatingsSnapshot ratings =
        RatingsMatrix.snapshot(
            """
                  10   11   12
              1    5  2.5    .
              2  2.5    .    5
            """);

    ItemNeighbours neighbours = new NeighbourTraining(ratings).train(1);

    assertThat(neighbours.weight(0, 1)).isEqualTo(4 / 9f, within(1e-6f));
    assertThat(neighbours.weight(0, 2)).isEqualTo(2 / 9f, within(1e-6f));
  }
}
