package io.takewithott.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.recommender.storage.InMemoryBlobs;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrainingLeaseTest {
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  private final InMemoryBlobs blobs = new InMemoryBlobs();
  private final TrainingLease lease = new TrainingLease(blobs);

  @Test
  void oneHoldsIt() {
    assertThat(lease.take("a", LATER, NOW)).isTrue();
    assertThat(lease.take("b", LATER, NOW)).isFalse();
    assertThat(lease.holder(NOW).orElseThrow().name()).isEqualTo("a");
  }

  @Test
  void theHolderMayTakeItForLonger() {
    lease.take("a", LATER, NOW);

    assertThat(lease.take("a", LATER.plusSeconds(60), NOW)).isTrue();
    assertThat(lease.take("b", LATER.plusSeconds(99), LATER.plusSeconds(1))).isFalse();
  }

  @Test
  void itRunsOut() {
    lease.take("a", LATER, NOW);

    assertThat(lease.holder(LATER)).isEmpty();
    assertThat(lease.take("b", LATER.plusSeconds(60), LATER)).isTrue();
  }

  @Test
  void onlyTheHolderGivesItBack() {
    lease.take("a", LATER, NOW);
    lease.giveBack("b");
    assertThat(lease.holder(NOW)).isPresent();

    lease.giveBack("a");
    assertThat(lease.holder(NOW)).isEmpty();
  }

  @Test
  void whatCannotBeReadIsFree() {
    blobs.put("models/lease", new byte[] {'?'}, "application/json");

    assertThat(lease.take("a", LATER, NOW)).isTrue();
    assertThat(lease.take("b", LATER, NOW)).isFalse();
  }
}
