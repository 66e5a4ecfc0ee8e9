package io.takewithott.recommender.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.model.Models;
import org.apache.mahout.cf.taste.common.NoSuchItemException;
import org.junit.jupiter.api.Test;

class NeighbourSimilarityTest {
  private final NeighbourSimilarity similarity = new NeighbourSimilarity(Models.small());

  @Test
  void itIsTheLargerWeightOverTheLargestOfAll() throws Exception {
    assertThat(similarity.itemSimilarity(10, 20)).isEqualTo(1, within(1e-6));
    assertThat(similarity.itemSimilarity(20, 10)).isEqualTo(1, within(1e-6));
    assertThat(similarity.itemSimilarity(30, 10)).isEqualTo(0.5, within(1e-6));
  }

  @Test
  void strangersAreUnknown() throws Exception {
    assertThat(similarity.itemSimilarities(40, new long[] {10, 40})).containsExactly(Double.NaN, 1);
    assertThat(similarity.allSimilarItemIDs(10)).containsExactly(20, 30);
  }

  @Test
  void anUnknownTitleIsRefused() {
    assertThatThrownBy(() -> similarity.itemSimilarity(10, 11))
        .isInstanceOf(NoSuchItemException.class);
  }
}
