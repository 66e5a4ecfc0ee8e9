package io.takewithott.recommender.stars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.stars.Clues.Traits;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UserStackTest {
  @Test
  void saysOfEveryTitleWhatTheStackSays() {
    Random random = new Random(11);
    float[] coefficients = new float[Stack.SIZE];
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] = (float) random.nextGaussian();
    }
    Stack stack = new Stack(coefficients);
    Traits user = traits(random);
    UserStack ofUser = new UserStack(stack, user);

    for (int k = 0; k < 100; k++) {
      Clues clues =
          new Clues(random.nextGaussian(), random.nextGaussian(), user, traits(random), k % 3 == 0);

      assertThat(ofUser.sum(clues.factors(), clues.neighbours(), clues.title(), clues.cold()))
          .isEqualTo(stack.parts(clues).sum(), within(1e-9));
    }
  }

  private static Traits traits(Random random) {
    return new Traits(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
  }
}
