package io.takewithott.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.benchmarks.quality.PeerFigures.Peer;
import org.junit.jupiter.api.Test;

class PeerFiguresTest {
  @Test
  void theBestPeersAreAtHand() throws Exception {
    assertThat(PeerFigures.of("ml-latest-small", "topn"))
        .contains(new Peer("EASE", 0.3211, 0.3446, 0.06))
        .allSatisfy(peer -> assertThat(peer.first()).isLessThanOrEqualTo(0.3211));
    assertThat(PeerFigures.of("ml-latest-small", "rating"))
        .contains(new Peer("Surprise KNNBaseline, items", 0.8720, 0.6650, Double.NaN));
    assertThat(PeerFigures.of("movietweetings-100k", "cold")).isEmpty();
  }

  @Test
  void aCellInQuotationMarksMayHaveCommas() {
    assertThat(PeerFigures.cells("a,\"b, c\",,1,")).containsExactly("a", "b, c", "", "1", "");
  }
}
