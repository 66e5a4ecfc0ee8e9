package io.takewithott.recommender.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.recommender.TwoTastes;
import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.RankingWeights;
import io.takewithott.recommender.model.Signal;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import org.junit.jupiter.api.Test;

class BreadthTest {
  private static final HybridModel MODEL = TwoTastes.model();
  private static final RatingsSnapshot RATINGS = TwoTastes.ratings().over(TwoTastes.catalogue());

  private final Fold fold = Fold.of(RATINGS, 0, 1000, 0, 7);

  @Test
  void fameThatShowsEverybodyTheSameIsCut() {
    RankingWeights narrow = weights(Signal.POPULARITY, 100, Signal.WALK, 1);

    RankingWeights restored = breadth(false).restore(fold, MODEL, narrow);

    assertThat(weight(restored)).isLessThan(weight(narrow));
  }

  @Test
  void withoutTimeOrFameNothingIsTouched() {
    RankingWeights narrow = weights(Signal.POPULARITY, 100, Signal.WALK, 1);
    RankingWeights blind = weights(Signal.POPULARITY, 0, Signal.WALK, 1);

    assertThat(breadth(true).restore(fold, MODEL, narrow)).isEqualTo(narrow);
    assertThat(breadth(false).restore(fold, MODEL, blind)).isEqualTo(blind);
  }

  private static Breadth breadth(boolean timeIsUp) {
    return new Breadth(DenseAlgebra.pureJava(), 1000, () -> timeIsUp);
  }

  private static float weight(RankingWeights weights) {
    return weights.base()[Signal.POPULARITY.ordinal()];
  }

  private static RankingWeights weights(Signal one, float ofOne, Signal other, float ofOther) {
    float[] base = new float[Signal.values().length];
    base[one.ordinal()] = ofOne;
    base[other.ordinal()] = ofOther;
    return new RankingWeights(base, new float[base.length], base, 3, 1);
  }
}
