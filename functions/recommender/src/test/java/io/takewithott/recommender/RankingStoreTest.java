package io.takewithott.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.core.ranking.Ranking;
import io.takewithott.recommender.storage.InMemoryBlobs;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingStoreTest {
  private final InMemoryBlobs blobs = new InMemoryBlobs();
  private final RankingStore store = new RankingStore(blobs);

  @Test
  void aNewerHistoryReplacesAnOlder() {
    store.write(ranking(3, "20261101T190000Z-aa"));

    assertThat(store.write(ranking(4, "20261101T190000Z-aa"))).isEmpty();
    assertThat(versionThere()).isEqualTo(4);
  }

  @Test
  void anOlderHistoryNeverReplacesANewer() {
    store.write(ranking(4, "20261101T190000Z-aa"));

    assertThat(store.write(ranking(3, "20261102T190000Z-bb"))).isPresent();
    assertThat(versionThere()).isEqualTo(4);
  }

  @Test
  void anOlderHistoryThatLosesTheRaceStaysOut() {
    blobs.beforeNextConditionalWrite(() -> store.write(ranking(9, "20261101T190000Z-aa")));

    assertThat(store.write(ranking(8, "20261101T190000Z-aa"))).isPresent();
    assertThat(versionThere()).isEqualTo(9);
  }

  @Test
  void aNewerHistoryThatLosesTheRaceTriesAgain() {
    store.write(ranking(1, "20261101T190000Z-aa"));
    blobs.beforeNextConditionalWrite(() -> store.write(ranking(8, "20261101T190000Z-aa")));

    assertThat(store.write(ranking(9, "20261101T190000Z-aa"))).isEmpty();
    assertThat(versionThere()).isEqualTo(9);
  }

  @Test
  void ofTheSameHistoryTheLaterModelStays() {
    store.write(ranking(4, "20261102T190000Z-bb"));

    assertThat(store.write(ranking(4, "20261101T190000Z-aa"))).isPresent();
    assertThat(store.write(ranking(4, "20261103T190000Z-cc"))).isEmpty();
  }

  @Test
  void aDamagedRankingIsReplaced() {
    blobs.put(Ranking.key(1000001), new byte[] {1, 2, 3}, "");

    assertThat(store.write(ranking(1, "20261101T190000Z-aa"))).isEmpty();
    assertThat(versionThere()).isEqualTo(1);
  }

  private long versionThere() {
    return store.find(1000001).ranking().orElseThrow().tasteVersion();
  }

  private static Ranking ranking(long tasteVersion, String modelVersion) {
    return new Ranking(1000001, tasteVersion, modelVersion, TwoTastes.NOW, List.of(), List.of());
  }
}
