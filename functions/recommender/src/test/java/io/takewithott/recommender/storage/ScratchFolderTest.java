package io.takewithott.recommender.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.recommender.storage.EditionShelf.Seen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
  private final Path folder;

  ScratchFolderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aFileIsWrittenAndRead() throws Exception {
    ByteBuffer back = ByteBuffer.allocate(3);
    try (FileChannel file = new ScratchFolder(folder).file("a test", 3)) {
      file.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
      file.read(back, 0);
    }
    assertThat(back.array()).containsExactly(1, 2, 3);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aProcessThatIsKilledLeavesNothing() throws Exception {
    try (FileChannel file = new ScratchFolder(folder).file("a test", 3)) {
      assertThat(file.isOpen()).isTrue();
      assertThat(folder).as("it has no name even while it is open").isEmptyDirectory();
    }
  }

  @Test
  void moreThanThereIsRoomForIsRefusedAtOnce() {
    assertThatThrownBy(() -> new ScratchFolder(folder).file("models/1.model", Long.MAX_VALUE))
        .isInstanceOf(ScratchException.class)
        .hasMessageMatching(
            "models/1\\.model needs 9223372036854775807 bytes in .+, where \\d+ are free");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path missing = folder.resolve("none");

    assertThatThrownBy(() -> new ScratchFolder(missing).file("models/1.model", 1))
        .isInstanceOf(ScratchException.class)
        .hasMessage("The temporary file of models/1.model failed: " + missing);
  }

  /** The disk that fills up while it is written. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aDiskThatFillsUpIsNamedByWhoeverReadsAnEdition() {
    InMemoryBlobs blobs = new InMemoryBlobs();
    EditionShelf wide = new EditionShelf(blobs, new ScratchFolder(folder), "things", ".thing");
    FileContent content = new SectionFile.Writer().ints("SOME", new int[9]).content("THING", 1);
    wide.publish(hash -> "1", content, Map.of(), wide.pointer());
    EditionShelf full = new EditionShelf(blobs, (purpose, bytes) -> fullDisk(), "things", ".thing");
    Seen seen = full.pointer().orElseThrow();

    assertThatThrownBy(() -> full.newest(seen, file -> "read"))
        .isInstanceOf(ScratchException.class)
        .hasMessage("The temporary file of things/1.thing failed: No space left on device");
    assertThatThrownBy(() -> full.publish(hash -> "2", content, Map.of(), full.pointer()))
        .isInstanceOf(ScratchException.class)
        .hasMessage("The temporary file of a new file of things failed: No space left on device");
    assertThat(wide.newest(seen, file -> "read")).isPresent();
  }

  private static FileChannel fullDisk() {
    try {
      return FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
