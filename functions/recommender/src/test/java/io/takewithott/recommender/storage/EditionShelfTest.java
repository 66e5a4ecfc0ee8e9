package io.takewithott.recommender.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.recommender.storage.EditionShelf.Opened;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditionShelfTest {
  private final InMemoryBlobs blobs = new InMemoryBlobs();
  private final EditionShelf shelf = new EditionShelf(blobs, "things", ".thing");

  @Test
  void nothingIsThereBeforeTheFirst() {
    assertThat(shelf.pointer()).isEmpty();
  }

  @Test
  void theLastPublishedIsCurrent() {
    publish("1", "one");
    publish("2", "two");

    assertThat(newest()).contains("two");
  }

  @Test
  void anInterruptedPublicationLeavesTheOldOne() {
    publish("1", "one");
    blobs.failConditionalWrites();

    assertThatThrownBy(() -> publish("2", "two")).isInstanceOf(IllegalStateException.class);

    assertThat(newest()).contains("one");
  }

  @Test
  void whoComesSecondDoesNotReplaceTheFirst() {
    publish("1", "one");
    blobs.beforeNextConditionalWrite(() -> publish("2", "theirs"));

    assertThat(publish("3", "ours")).isEmpty();
    assertThat(newest()).contains("theirs");
  }

  @Test
  void aDamagedEditionGivesWayToTheOneBefore() {
    publish("1", "one");
    publish("2", "two");
    blobs.put("things/2.thing", bytes("twx"), "");

    assertThat(newest()).contains("one");
  }

  @Test
  void aHalfWrittenEditionGivesWayToTheOneBefore() {
    publish("1", "one");
    publish("2", "two");
    blobs.put("things/2.thing", bytes("tw"), "");

    assertThat(newest()).contains("one");
  }

  @Test
  void twoEditionsAreKept() {
    publish("1", "one");
    publish("2", "two");
    publish("3", "three");
    publish("4", "four");

    assertThat(blobs.keys("things/", 10))
        .containsExactly("things/3.thing", "things/4.thing", "things/current");
  }

  @Test
  void publishingTheSameAgainKeepsTheOneBefore() {
    publish("1", "one");
    publish("2", "two");
    publish("2", "two");
    blobs.delete("things/2.thing");

    assertThat(newest()).contains("one");
  }

  @Test
  void anUnreadablePointerIsReplaced() {
    blobs.put("things/current", bytes("{"), "");

    publish("1", "one");

    assertThat(newest()).contains("one");
  }

  private Optional<Edition> publish(String name, String content) {
    return shelf.publish(name, bytes(content), Map.of("n", 1L), shelf.pointer());
  }

  private Optional<String> newest() {
    return shelf
        .pointer()
        .flatMap(seen -> shelf.newest(seen, bytes -> new String(bytes, StandardCharsets.US_ASCII)))
        .map(Opened::content);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
