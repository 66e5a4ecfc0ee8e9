package io.takewithott.recommender.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.model.Crowd;
import io.takewithott.recommender.snapshot.RatingsByTitle;
import io.takewithott.recommender.snapshot.RatingsMatrix;
import org.junit.jupiter.api.Test;

class CrowdTrainingTest {
  private final Crowd crowd =
      CrowdTraining.of(
          TitleCounts.of(
              RatingsByTitle.of(
                  RatingsMatrix.snapshot(
                      """
                            10   11   12
                        1    5    1    5
                        2    5    1    .
                        3    4    1    .
                      """))));

  @Test
  void popularIsWhatManyLiked() {
    assertThat(crowd.popularity()[0]).isGreaterThan(crowd.popularity()[2]);
    assertThat(crowd.popularity()[2]).isGreaterThan(crowd.popularity()[1]);
    assertThat(crowd.popularity()[1]).as("watched, if not liked").isPositive();
  }

  /** Likes 3, 0.15 and 1: logarithms 1.3863, 0.1398, 0.6931. */
  @Test
  void popularityGrowsWithTheLogarithm() {
    assertThat(crowd.popularity()[0] / crowd.popularity()[2]).isEqualTo(2, within(1e-4f));
    assertThat(crowd.popularity()[1] / crowd.popularity()[2]).isEqualTo(0.20164f, within(1e-4f));
  }

  /** Likes 3, 0 and 1: 4 / 7, 1 and 4 / 5. */
  @Test
  void obscureIsWhatFewLiked() {
    assertThat(crowd.obscurity()[0] / crowd.obscurity()[1]).isEqualTo(4 / 7f, within(1e-4f));
    assertThat(crowd.obscurity()[2] / crowd.obscurity()[1]).isEqualTo(4 / 5f, within(1e-4f));
  }

  /** The mean is 44 / 7 half stars: the first title is above it, the second below. */
  @Test
  void esteemIsAboveOrBelowTheAverage() {
    assertThat(crowd.esteem()[0]).isPositive();
    assertThat(crowd.esteem()[1]).isNegative();
    assertThat(crowd.esteem()[2]).isBetween(0f, crowd.esteem()[0]);
  }
}
