package io.takewithott.recommender.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.recommender.snapshot.RatingLog;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import org.junit.jupiter.api.Test;

class ValidationTest {
  @Test
  void fewRatingsAreLookedAtWhole() {
    RatingsSnapshot few = ratings(100, 10);

    assertThat(Validation.sample(few)).isSameAs(few);
  }

  /**
   * 1,600,000 ratings where 1,500,000 are looked at: whole users, no more left out than need be.
   */
  @Test
  void ofTooManyUsersJustEnoughAreLookedAt() {
    RatingsSnapshot sample = Validation.sample(ratings(16_000, 100));

    assertThat(sample.userCount()).isEqualTo(15_000);
    assertThat(sample.size()).isEqualTo(1_500_000);
  }

  private static RatingsSnapshot ratings(int users, int each) {
    RatingLog log = new RatingLog();
    for (int user = 1; user <= users; user++) {
      for (int title = 1; title <= each; title++) {
        log.add(user, title, 1 + (user + title) % 10, 0);
      }
    }
    return RatingsSnapshot.EMPTY.with(log, 1);
  }
}
