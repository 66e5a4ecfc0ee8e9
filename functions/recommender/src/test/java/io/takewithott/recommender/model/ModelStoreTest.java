package io.takewithott.recommender.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.recommender.model.ModelStore.RolledBack;
import io.takewithott.recommender.storage.EditionShelf.Seen;
import io.takewithott.recommender.storage.InMemoryBlobs;
import io.takewithott.recommender.storage.OlderFiles;
import io.takewithott.recommender.storage.ScratchFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
  private final InMemoryBlobs blobs = new InMemoryBlobs();
  private final ModelStore store;

  ModelStoreTest(@TempDir Path folder) {
    this.store = new ModelStore(blobs, new ScratchFolder(folder));
  }

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

  @Test
  void anyDamageAnywhereGivesWayToTheOneBefore() {
    VersionedModel first = publish(Models.small());
    VersionedModel second = publish(later());
    String key = "models/" + second.version() + ".model";
    byte[] whole = blobs.get(key).orElseThrow().bytes();

    for (int at = 0; at < whole.length; at += 13) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 16;
      blobs.put(key, damaged, "");
      assertThat(load()).as("byte %s changed", at).contains(first.version());
      blobs.put(key, Arrays.copyOf(whole, at), "");
      assertThat(load()).as("cut after %s", at).contains(first.version());
    }
  }

  @Test
  void aModelOfAnOlderFormatIsNoneAndIsReplaced() {
    OlderFiles.replaceByVersionOne(blobs, "models", "TWOMODEL");

    assertThat(load()).isEmpty();
    VersionedModel published = publish(Models.small());
    assertThat(load()).contains(published.version());
  }

  @Test
  void aModelRolledBackToIsNamedAfterThatMoment() {
    VersionedModel first = publish(Models.small());
    VersionedModel second = publish(later());

    VersionedModel back = rollBack("previous");

    assertThat(back.version())
        .startsWith("20261103T070000000Z-")
        .endsWith(first.version().substring(20))
        .as("later than the one that was rolled back from")
        .isGreaterThan(second.version());
    assertThat(back.model().trainedAt()).isEqualTo(Models.small().trainedAt());
    assertThat(load()).contains(back.version());
  }

  @Test
  void theWayForwardIsByName() {
    publish(Models.small());
    VersionedModel second = publish(later());
    rollBack("previous");

    assertThat(rollBack(second.version()).model().trainedAt()).isEqualTo(later().trainedAt());
  }

  @Test
  void rollingBackTwiceGoesBackOnce() {
    VersionedModel first = publish(Models.small());
    VersionedModel second = publish(later());
    RolledBack once = rolledBack("previous", "2026-11-03T07:00:00Z");
    String pointer = store.pointer().orElseThrow().etag();

    for (String to : List.of("previous", first.version())) {
      RolledBack again = rolledBack(to, "2026-11-03T08:00:00Z");
      assertThat(again.from()).isEqualTo(second.version());
      assertThat(again.model().version()).isEqualTo(once.model().version());
    }
    assertThat(store.pointer().orElseThrow().etag()).isEqualTo(pointer);
  }

  @Test
  void whatWasRolledBackToIsNoLongerSoWhenItIsDamaged() {
    VersionedModel first = publish(Models.small());
    publish(later());
    rollBack("previous");
    blobs.delete("models/" + first.version() + ".model");

    assertThatThrownBy(() -> rollBack("previous"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(first.version() + " was rolled back to and cannot be read any more");
  }

  @Test
  void thereIsNoPreviousModelBeforeTheFirst() {
    VersionedModel first = publish(Models.small());

    assertThatThrownBy(() -> rollBack("previous"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "There is no model \"previous\" to roll back to; the current one is "
                + first.version()
                + ", the others kept are []");
  }

  @Test
  void thereIsNoPreviousModelAfterGoingForwardByName() {
    VersionedModel first = publish(Models.small());
    VersionedModel second = publish(later());
    rollBack("previous");
    rollBack(second.version());

    assertThatThrownBy(() -> rollBack("previous"))
        .hasMessage(
            "There is no model \"previous\" to roll back to; the current one is "
                + second.version()
                + ", the others kept are ["
                + first.version()
                + "]");
  }

  @Test
  void aTrainingThatRanMeanwhileDoesNotUndoRollingBack() {
    VersionedModel first = publish(Models.small());
    publish(later());
    Optional<Seen> whenTrainingBegan = store.pointer();
    rollBack("previous");

    assertThat(store.publish(later(), whenTrainingBegan)).isEmpty();
    assertThat(store.publish(later(), store.pointer()))
        .as("nor does the very model that was rolled back from")
        .isEmpty();
    assertThat(load().orElseThrow()).endsWith(first.version().substring(20));
  }

  @Test
  void aPublicationThatComesFirstStays() {
    publish(Models.small());
    publish(later());
    blobs.beforeNextConditionalWrite(() -> publish(model("2026-11-03T01:00:00Z")));

    assertThatThrownBy(() -> rollBack("previous"))
        .hasMessage("Another model became the current one meanwhile; it stays");
    assertThat(load().orElseThrow()).startsWith("20261103T010000000Z");
  }

  @Test
  void theNextTrainingPublishesAfterRollingBack() {
    publish(Models.small());
    publish(later());
    rollBack("previous");

    VersionedModel next = publish(model("2026-11-04T19:00:00Z"));

    assertThat(load()).contains(next.version());
  }

  private VersionedModel rollBack(String to) {
    return rolledBack(to, "2026-11-03T07:00:00Z").model();
  }

  private RolledBack rolledBack(String to, String at) {
    return store.rollBack(store.pointer().orElseThrow(), to, Instant.parse(at));
  }

  private VersionedModel publish(HybridModel model) {
    return store.publish(model, store.pointer()).orElseThrow();
  }

  private Optional<String> load() {
    return store.pointer().flatMap(store::load).map(VersionedModel::version);
  }

  private static HybridModel later() {
    return model("2026-11-02T19:00:00Z");
  }

  private static HybridModel model(String trainedAt) {
    HybridModel model = Models.small();
    return new HybridModel(
        Instant.parse(trainedAt), new long[] {10, 20, 30, 40}, model.ranking(), model.stars());
  }
}
