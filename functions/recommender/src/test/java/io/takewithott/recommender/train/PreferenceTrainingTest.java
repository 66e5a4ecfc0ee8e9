package io.takewithott.recommender.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.TwoTastes;
import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.model.PreferenceFactors;
import io.takewithott.recommender.snapshot.RatingsByTitle;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreferenceTrainingTest {
  private static final RatingsSnapshot RATINGS = TwoTastes.ratings().over(TwoTastes.catalogue());

  /** Indexes of the titles 101 to 140 and 141 to 180. */
  private static final int OTHER_TASTE = 40;

  private static final int UNRATED = 80;

  @Test
  void whoLikesSomeOfATastePrefersTheRestOfIt() {
    float[] signal = train(6).foldIn(new int[] {0, 5, 9}, new float[] {1, 0.9f, 0.8f}).signal();

    double own = mean(signal, 10, OTHER_TASTE);
    double other = mean(signal, OTHER_TASTE, UNRATED);
    assertThat(own).isGreaterThan(3 * Math.abs(other));
  }

  @Test
  void aTitleThatNobodyRatedBelongsToNoTaste() {
    float[] signal = train(6).foldIn(new int[] {0, 5}, new float[] {1, 1}).signal();

    assertThat(signal[UNRATED]).isZero();
    assertThat(signal[UNRATED + 1]).isZero();
  }

  /** What alternating least squares makes least, and each round less. */
  @Test
  void theLossFallsWithEveryRound() {
    List<Double> losses = new ArrayList<>();
    for (int rounds = 1; rounds <= 6; rounds++) {
      losses.add(loss(train(rounds), settings(rounds)));
    }

    for (int round = 1; round < losses.size(); round++) {
      assertThat(losses.get(round)).isLessThan(losses.get(round - 1) * (1 + 1e-5));
    }
    assertThat(losses.get(5)).isLessThan(losses.get(0));
  }

  @Test
  void aHeavierRidgeMakesSmallerFactors() {
    assertThat(size(train(new PreferenceSettings(4, 8, 100, 6))))
        .isLessThan(size(train(new PreferenceSettings(4, 8, 1, 6))));
  }

  @Test
  void theSameSeedGivesTheSameFactors() {
    assertThat(signal(train(3))).containsExactly(signal(train(3)), within(0f));
  }

  @Test
  void withoutTimeForARoundNothingIsSaid() {
    PreferenceFactors nothing = training().train(settings(6), () -> true);

    assertThat(signal(nothing)).containsOnly(0);
  }

  @Test
  void aRoundThatHasBegunIsFinished() {
    int[] asked = new int[1];

    PreferenceFactors one = training().train(settings(6), () -> asked[0]++ > 0);

    assertThat(signal(one)).containsExactly(signal(train(1)), within(0f));
  }

  private static PreferenceTraining training() {
    return new PreferenceTraining(DenseAlgebra.pureJava(), RATINGS, RatingsByTitle.of(RATINGS), 7);
  }

  private static PreferenceSettings settings(int rounds) {
    return new PreferenceSettings(4, 8, 1, rounds);
  }

  private static PreferenceFactors train(int rounds) {
    return train(settings(rounds));
  }

  private static PreferenceFactors train(PreferenceSettings settings) {
    return training().train(settings, () -> false);
  }

  private static float[] signal(PreferenceFactors factors) {
    return factors.foldIn(new int[] {3, 41}, new float[] {1, 0.5f}).signal();
  }

  /** The sum of squares of everybody's preferences for everything, about the factors' own size. */
  private static double size(PreferenceFactors factors) {
    double sum = 0;
    for (int title = 0; title < factors.titleCount(); title++) {
      sum += Math.pow(factors.foldIn(new int[] {title}, new float[] {1}).preference(title), 2);
    }
    return sum;
  }

  /**
   * Of users folded in to the titles' factors: by certainty the squares of what a preference is
   * away from 1 for what is rated and from 0 for all else, and by the ridge those of the factors.
   */
  private static double loss(PreferenceFactors factors, PreferenceSettings settings) {
    double loss = 0;
    for (int user = 0; user < RATINGS.userCount(); user++) {
      int begin = RATINGS.begin(user);
      int[] titles = new int[RATINGS.end(user) - begin];
      float[] affinities = new float[titles.length];
      for (int i = 0; i < titles.length; i++) {
        titles[i] = RATINGS.title(begin + i);
        affinities[i] = RATINGS.halfStars(begin + i) / 10f;
      }
      PreferenceFactors.Taste taste = factors.foldIn(titles, affinities);
      for (int title = 0; title < factors.titleCount(); title++) {
        loss += Math.pow(taste.preference(title), 2);
      }
      for (int i = 0; i < titles.length; i++) {
        double preference = taste.preference(titles[i]);
        double certain = 1 + settings.certainty() * affinities[i];
        loss += certain * Math.pow(1 - preference, 2) - Math.pow(preference, 2);
      }
      for (double own : taste.factors()) {
        loss += settings.ridge() * own * own;
      }
    }
    return loss;
  }

  private static double mean(float[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }
}
