package io.takewithott.recommender.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.core.json.Json;
import io.takewithott.recommender.storage.EditionShelf.Opened;
import io.takewithott.recommender.storage.EditionShelf.Seen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionShelfTest {
  private final InMemoryBlobs blobs = new InMemoryBlobs();
  private final Path folder;
  private final EditionShelf shelf;

  EditionShelfTest(@TempDir Path folder) {
    this.folder = folder;
    this.shelf = new EditionShelf(blobs, new ScratchFolder(folder), "things", ".thing");
  }

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

  @Test
  void rollingBackMakesThePreviousCurrent() {
    publish("1", "one");
    publish("2", "two");

    assertThat(rollBack("1")).contains("one");
    assertThat(newest()).contains("one");
    assertThat(blobs.keys("things/", 10))
        .as("only the pointer is written")
        .containsExactly("things/1.thing", "things/2.thing", "things/current");
  }

  @Test
  void thereIsNoWayBackFromTheWayBackButByName() {
    publish("1", "one");
    publish("2", "two");
    rollBack("1");

    assertThat(pointer().previous()).isEmpty();
    assertThat(pointer().withdrawn()).extracting(Edition::name).containsExactly("2");
    assertThat(rollBack("2")).contains("two");
    assertThat(pointer().withdrawn()).extracting(Edition::name).containsExactly("1");
  }

  @Test
  void whatWasRolledBackFromIsNotFallenBackOn() {
    publish("1", "one");
    publish("2", "two");
    rollBack("1");
    blobs.put("things/1.thing", bytes("onx"), "");

    assertThat(newest()).isEmpty();
  }

  @Test
  void whatWasRolledBackFromIsNotPublishedAgain() {
    publish("1", "one");
    publish("2", "two");
    rollBack("1");

    assertThat(publish("2", "two")).isEmpty();
    assertThat(publish("3", "two")).as("the same file under another name").isEmpty();
    assertThat(newest()).contains("one");
  }

  @Test
  void theNextPublicationAfterRollingBackIsAsEver() {
    publish("1", "one");
    publish("2", "two");
    rollBack("1");

    assertThat(publish("3", "three")).isPresent();

    assertThat(newest()).contains("three");
    blobs.delete("things/3.thing");
    assertThat(newest()).as("the one before, which is not the withdrawn one").contains("one");
    assertThat(pointer().rolledBackAt()).isEmpty();
  }

  @Test
  void withdrawnEditionsAreForgottenWhenTheyAreOldest() {
    publish("1", "one");
    publish("2", "two");
    rollBack("1");
    publish("3", "three");
    publish("4", "four");

    assertThat(pointer().withdrawn()).isEmpty();
    assertThat(blobs.keys("things/", 10))
        .containsExactly("things/3.thing", "things/4.thing", "things/current");
  }

  @Test
  void aDamagedEditionIsNotRolledBackTo() {
    publish("1", "one");
    publish("2", "two");
    blobs.put("things/1.thing", bytes("onx"), "");

    assertThatThrownBy(() -> rollBack("1")).hasMessage("1 cannot be read; nothing is changed");
    assertThat(newest()).contains("two");
  }

  @Test
  void aPublicationThatBeganBeforeRollingBackIsNotInForce() {
    publish("1", "one");
    publish("2", "two");
    blobs.beforeNextConditionalWrite(() -> rollBack("1"));

    assertThat(publish("3", "three")).isEmpty();
    assertThat(newest()).contains("one");
  }

  @Test
  void rollingBackLosesAgainstAPublicationThatCameFirst() {
    publish("1", "one");
    publish("2", "two");
    blobs.beforeNextConditionalWrite(() -> publish("3", "three"));

    assertThat(rollBack("1")).isEmpty();
    assertThat(newest()).contains("three");
    assertThat(pointer().withdrawn()).isEmpty();
  }

  @Test
  void ofTwoWhoRollBackAtOnceOneDoes() {
    publish("1", "one");
    publish("2", "two");
    blobs.beforeNextConditionalWrite(() -> rollBack("1"));

    assertThat(rollBack("1")).isEmpty();
    assertThat(newest()).contains("one");
    assertThat(pointer().withdrawn()).extracting(Edition::name).containsExactly("2");
  }

  @Test
  void ofManyWhoPublishAtOnceOneDoes() throws Exception {
    publish("1", "one");
    Optional<Seen> seen = shelf.pointer();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Optional<Edition>>> all =
          threads.invokeAll(
              IntStream.range(0, 8)
                  .<Callable<Optional<Edition>>>mapToObj(
                      i -> () -> publish("2" + i, "two" + i, seen))
                  .toList());
      List<String> published = new ArrayList<>();
      for (Future<Optional<Edition>> one : all) {
        one.get().map(Edition::name).ifPresent(published::add);
      }
      assertThat(published).containsExactly(pointer().current().name());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aPointerFromBeforeRollingBackWasPossibleIsRead() {
    publish("1", "one");
    Edition edition = pointer().current();
    blobs.put("things/current", Json.bytes(Map.of("current", edition)), "");

    assertThat(newest()).contains("one");
    assertThat(pointer().withdrawn()).isEmpty();
  }

  @Test
  void aFileLeftByAnOlderReleaseIsNoneAndIsReplaced() {
    OlderFiles.replaceByVersionOne(blobs, "things", "TWOTHING");
    Function<CheckedFile, SectionFile> parser = file -> SectionFile.map(file, "TWOTHING", 2);

    assertThat(shelf.pointer().flatMap(seen -> shelf.newest(seen, parser))).isEmpty();
    assertThat(publish("1", "one")).isPresent();
    assertThat(newest()).contains("one");
  }

  @Test
  void nothingIsLeftInTheTemporaryFolder() {
    publish("1", "one");
    newest();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void withoutRoomNothingIsPublishedAndTheOldStays() {
    publish("1", "one");
    EditionShelf narrow =
        new EditionShelf(blobs, new ScratchFolder(folder.resolve("none")), "things", ".thing");

    assertThatThrownBy(
            () -> narrow.publish(hash -> "2", content("two"), Map.of(), narrow.pointer()))
        .isInstanceOf(ScratchException.class)
        .hasMessageStartingWith("The temporary file of a new file of things failed: ");
    assertThat(newest()).contains("one");
  }

  private Optional<Edition> publish(String name, String content) {
    return publish(name, content, shelf.pointer());
  }

  private Optional<Edition> publish(String name, String content, Optional<Seen> seen) {
    return shelf.publish(hash -> name, content(content), Map.of("n", 1L), seen);
  }

  private Optional<String> rollBack(String name) {
    Seen seen = shelf.pointer().orElseThrow();
    Edition earlier = pointer().earlier(name).orElseThrow();
    return shelf
        .rollBack(seen, earlier, Instant.EPOCH, EditionShelfTest::text)
        .map(Opened::content);
  }

  private EditionPointer pointer() {
    return shelf.pointer().flatMap(Seen::pointer).orElseThrow();
  }

  private Optional<String> newest() {
    return shelf
        .pointer()
        .flatMap(seen -> shelf.newest(seen, EditionShelfTest::text))
        .map(Opened::content);
  }

  private static String text(CheckedFile checked) {
    try {
      FileChannel file = checked.channel();
      ByteBuffer bytes = ByteBuffer.allocate((int) file.size());
      file.read(bytes, 0);
      return new String(bytes.array(), StandardCharsets.US_ASCII);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static FileContent content(String text) {
    return new FileContent() {
      @Override
      public long length() {
        return text.length();
      }

      @Override
      public void writeTo(WritableByteChannel channel) throws IOException {
        channel.write(ByteBuffer.wrap(bytes(text)));
      }
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
