package io.takewithott.recommender.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.core.objects.Checksum;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionFileTest {
  private static final byte[] FILE = file(2);

  private final Path folder;

  SectionFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void sectionsComeBackAsTheyWere() {
    hasItsSections(SectionFile.read(FILE, "TESTFILE", 2));
  }

  @Test
  void aMappedFileIsTheSame() throws Exception {
    hasItsSections(mapped(FILE, file -> SectionFile.map(file, "TESTFILE", 2)));
  }

  @Test
  void aMappedFileIsReadAfterItIsClosedAndGone() throws Exception {
    SectionFile file = mapped(FILE, channel -> SectionFile.map(channel, "TESTFILE", 2));

    assertThat(folder).isEmptyDirectory();
    assertThat(file.floatBuffer("FLTS").get(2)).isEqualTo(2.5f);
  }

  @Test
  void viewsCopyNothingAndCannotBeWritten() throws Exception {
    SectionFile file = mapped(FILE, channel -> SectionFile.map(channel, "TESTFILE", 2));
    FloatBuffer floats = file.floatBuffer("FLTS");
    IntBuffer ints = file.intBuffer("INTS");

    assertThat(floats.isDirect()).isTrue();
    assertThat(floats.remaining()).isEqualTo(3);
    assertThat(ints.isDirect()).isTrue();
    assertThatThrownBy(() -> floats.put(0, 1f)).isInstanceOf(ReadOnlyBufferException.class);
    assertThatThrownBy(() -> SectionFile.read(FILE, "TESTFILE", 2).intBuffer("INTS").put(0, 1))
        .isInstanceOf(ReadOnlyBufferException.class);
  }

  /** Read by hand, as somebody would who has only the documentation. */
  @Test
  void everythingLiesAtItsDocumentedOffset() throws Exception {
    ByteBuffer file = ByteBuffer.wrap(FILE).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(text(0, 8)).isEqualTo("TESTFILE");
    assertThat(file.getInt(8)).as("version").isEqualTo(2);
    assertThat(file.getInt(12)).as("sections").isEqualTo(4);
    assertThat(file.getLong(16)).as("length").isEqualTo(FILE.length).isEqualTo(1888);
    assertThat(text(64, 4)).isEqualTo("LONG");
    assertThat(file.getLong(72)).isEqualTo(1600);
    assertThat(file.getLong(80)).isEqualTo(16);
    assertThat(text(88, 4)).isEqualTo("INTS");
    assertThat(file.getLong(96)).isEqualTo(1664);
    assertThat(file.getLong(104)).isEqualTo(4);
    assertThat(text(112, 4)).isEqualTo("FLTS");
    assertThat(file.getLong(120)).isEqualTo(1728);
    assertThat(text(136, 4)).isEqualTo("BYTE");
    assertThat(file.getLong(144)).isEqualTo(1792);
    assertThat(file.getLong(152)).isEqualTo(1);
    assertThat(file.getLong(1600)).isEqualTo(1);
    assertThat(file.getLong(1608)).isEqualTo(-2);
    assertThat(file.getInt(1664)).isEqualTo(3);
    assertThat(file.getFloat(1728)).isEqualTo(0.5f);
    assertThat(file.getFloat(1736)).isEqualTo(2.5f);
    assertThat(file.get(1792)).isEqualTo((byte) 7);
    assertThat(Arrays.copyOfRange(FILE, 1856, 1888))
        .isEqualTo(MessageDigest.getInstance("SHA-256").digest(Arrays.copyOfRange(FILE, 0, 1856)));
  }

  @Test
  void whatIsNotNamedIsZero() {
    assertThat(IntStream.range(160, 1600).allMatch(at -> FILE[at] == 0)).isTrue();
    assertThat(IntStream.range(1616, 1664).allMatch(at -> FILE[at] == 0)).isTrue();
  }

  @Test
  void everyDamagedByteIsNoticed() throws Exception {
    for (int i = 0; i < FILE.length; i++) {
      byte[] damaged = FILE.clone();
      damaged[i] ^= (byte) (1 << i % 8);
      isRefused(damaged, i);
    }
  }

  @Test
  void everyCutIsNoticed() throws Exception {
    for (int length = 0; length < FILE.length; length++) {
      isRefused(Arrays.copyOf(FILE, length), length);
    }
  }

  @Test
  void aFileWrittenHalfIsNoticed() throws Exception {
    for (int length = 0; length < FILE.length; length += 64) {
      byte[] half = Arrays.copyOf(Arrays.copyOf(FILE, length), FILE.length);
      isRefused(half, length);
    }
  }

  @Test
  void aLongerFileIsNoticed() throws Exception {
    isRefused(Arrays.copyOf(FILE, FILE.length + 1), FILE.length);
  }

  /** Whatever a directory says under a right checksum, no section reaches out of the file. */
  @Test
  void aDirectoryThatLiesIsRefused() throws Exception {
    Random random = new Random(5);
    long[] odd = {-64, 0, 64, 1536, 1601, 1856, 1 << 20, Integer.MAX_VALUE, Long.MAX_VALUE, -1};
    for (int i = 0; i < 500; i++) {
      byte[] lying = FILE.clone();
      ByteBuffer buffer = ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN);
      boolean length = random.nextBoolean();
      long value = length ? (1 << 20) + random.nextInt() : odd[random.nextInt(odd.length)];
      buffer.putLong((length ? 80 : 72) + 24 * random.nextInt(4), value);
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(lying, lying.length - 32));
      buffer.position(lying.length - 32).put(sum);
      isRefused(lying, i);
      mapped(
          lying,
          file ->
              assertThatThrownBy(() -> SectionFile.map(file, "TESTFILE", 2))
                  .isInstanceOf(CorruptFileException.class));
    }
  }

  @Test
  void anOlderVersionIsRefusedByName() {
    assertThatThrownBy(() -> SectionFile.read(FILE, "TESTFILE", 3))
        .isInstanceOf(CorruptFileException.class)
        .hasMessage("TESTFILE version 2 is older than 3 and is to be made anew");
  }

  @Test
  void aNewerVersionIsRefusedByName() {
    assertThatThrownBy(() -> SectionFile.read(file(3), "TESTFILE", 2))
        .isInstanceOf(CorruptFileException.class)
        .hasMessage("TESTFILE version 3 is not known here, only 2");
  }

  @Test
  void aMissingSectionIsNamed() {
    SectionFile file = SectionFile.read(FILE, "TESTFILE", 2);

    assertThatThrownBy(() -> file.ints("NONE")).hasMessage("Section NONE is missing");
  }

  @Test
  void aSectionOfOtherElementsIsRefused() {
    SectionFile file = SectionFile.read(FILE, "TESTFILE", 2);

    assertThatThrownBy(() -> file.floatBuffer("BYTE"))
        .hasMessage("Section BYTE is no whole number of elements");
  }

  /** Longer than the writer's buffer, and no multiple of it. */
  @Test
  void aLongSectionIsWrittenInPieces() throws Exception {
    int[] many = new Random(1).ints(100_003).toArray();
    byte[] bytes =
        new SectionFile.Writer()
            .ints("MANY", many)
            .ints("NONE", new int[0])
            .ints("MORE", IntBuffer.wrap(many, 3, 50_000))
            .file("TESTFILE", 2);

    SectionFile file = mapped(bytes, channel -> SectionFile.map(channel, "TESTFILE", 2));

    assertThat(file.ints("MANY")).isEqualTo(many);
    assertThat(file.ints("NONE")).isEmpty();
    assertThat(file.ints("MORE")).isEqualTo(Arrays.copyOfRange(many, 3, 50_003));
  }

  @Test
  void aSectionOfMoreThanTwoGibibytesIsRefusedBeforeItIsWritten() {
    assertThatThrownBy(
            () -> new SectionWriter.Part("HUGE", 600_000_000, Float.BYTES, (into, at, n) -> {}))
        .hasMessage(
            "Section HUGE would have 2400000000 bytes; 2147483647 are possible in one section");
  }

  private void isRefused(byte[] file, int at) throws Exception {
    assertThatThrownBy(() -> SectionFile.read(file, "TESTFILE", 2))
        .as("in memory, %s", at)
        .isInstanceOf(CorruptFileException.class);
    assertThat(checked(file, FILE)).as("mapped, %s", at).isEmpty();
  }

  private static void hasItsSections(SectionFile file) {
    assertThat(file.longs("LONG")).containsExactly(1, -2);
    assertThat(file.ints("INTS")).containsExactly(3);
    assertThat(file.floats("FLTS")).containsExactly(0.5f, 1.5f, 2.5f);
    assertThat(file.bytes("BYTE")).containsExactly(7);
  }

  private <T> T mapped(byte[] bytes, Function<CheckedFile, T> use) throws Exception {
    try (FileChannel file = new ScratchFolder(folder).file("a test", bytes.length)) {
      file.write(ByteBuffer.wrap(bytes));
      return use.apply(CheckedFile.of(file, bytes.length, Checksum.sha256(bytes)).orElseThrow());
    }
  }

  /** A file where another was stored. */
  private Optional<CheckedFile> checked(byte[] bytes, byte[] stored) throws Exception {
    try (FileChannel file = new ScratchFolder(folder).file("a test", bytes.length)) {
      file.write(ByteBuffer.wrap(bytes));
      return CheckedFile.of(file, stored.length, Checksum.sha256(stored));
    }
  }

  private static String text(int at, int length) {
    return new String(FILE, at, length, StandardCharsets.US_ASCII);
  }

  private static byte[] file(int version) {
    return new SectionFile.Writer()
        .longs("LONG", new long[] {1, -2})
        .ints("INTS", new int[] {3})
        .floats("FLTS", new float[] {0.5f, 1.5f, 2.5f})
        .bytes("BYTE", new byte[] {7})
        .file("TESTFILE", version);
  }
}
