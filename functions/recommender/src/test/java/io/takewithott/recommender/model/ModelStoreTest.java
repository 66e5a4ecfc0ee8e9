package io.takewithott.recommender.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.recommender.storage.InMemoryBlobs;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelStoreTest {
  private final InMemoryBlobs blobs = new InMemoryBlobs();
  private final ModelStore store = new ModelStore(blobs);

  @Test
  void theVersionIsTheTimeAndAHash() {
    VersionedModel published = publish(Models.small());

    assertThat(published.version()).matches("20261101T190000000Z-[0-9a-f]{8}");
    assertThat(blobs.get("models/" + published.version() + ".model")).isPresent();
    assertThat(load()).contains(published.version());
  }

  @Test
  void aDamagedModelGivesWayToTheOneBefore() {
    VersionedModel first = publish(Models.small());
    VersionedModel second = publish(later());
    String key = "models/" + second.version() + ".model";
    byte[] bytes = blobs.get(key).orElseThrow().bytes();
    bytes[100] ^= 1;
    blobs.put(key, bytes, "");

    assertThat(load()).contains(first.version());
  }

  @Test
  void thereIsNoneBeforeTheFirst() {
    assertThat(store.pointer()).isEmpty();
  }

  private VersionedModel publish(HybridModel model) {
    return store.publish(model, store.pointer()).orElseThrow();
  }

  private Optional<String> load() {
    return store.pointer().flatMap(store::load).map(VersionedModel::version);
  }

  private static HybridModel later() {
    HybridModel model = Models.small();
    return new HybridModel(
        Instant.parse("2026-11-02T19:00:00Z"),
        new long[] {10, 20, 30, 40},
        new float[4],
        model.stars(),
        model.preferences(),
        model.neighbours(),
        model.blend());
  }
}
