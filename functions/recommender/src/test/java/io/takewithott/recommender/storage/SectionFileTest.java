package io.takewithott.recommender.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SectionFileTest {
  private static final byte[] FILE =
      new SectionFile.Writer()
          .longs("LONG", new long[] {1, -2})
          .ints("INTS", new int[] {3})
          .floats("FLTS", new float[] {0.5f, 1.5f, 2.5f})
          .bytes("BYTE", new byte[] {7})
          .file("TESTFILE", 1);

  @Test
  void sectionsComeBackAsTheyWere() {
    SectionFile file = SectionFile.read(FILE, "TESTFILE", 1);

    assertThat(file.longs("LONG")).containsExactly(1, -2);
    assertThat(file.ints("INTS")).containsExactly(3);
    assertThat(file.floats("FLTS")).containsExactly(0.5f, 1.5f, 2.5f);
    assertThat(file.bytes("BYTE")).containsExactly(7);
  }

  @Test
  void theFirstSectionLiesAtItsDocumentedOffset() {
    ByteBuffer buffer = ByteBuffer.wrap(FILE).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(buffer.getInt(8)).isEqualTo(1);
    assertThat(buffer.getInt(12)).isEqualTo(4);
    assertThat(buffer.getLong(20)).isEqualTo(16);
    assertThat(buffer.getLong(28)).isEqualTo(1);
    assertThat(buffer.getLong(36)).isEqualTo(-2);
  }

  @Test
  void everyDamagedByteIsNoticed() {
    for (int i = 0; i < FILE.length; i++) {
      byte[] damaged = FILE.clone();
      damaged[i] ^= 1;
      assertThatThrownBy(() -> SectionFile.read(damaged, "TESTFILE", 1))
          .isInstanceOf(CorruptFileException.class);
    }
  }

  @Test
  void everyCutIsNoticed() {
    for (int length = 0; length < FILE.length; length++) {
      byte[] cut = Arrays.copyOf(FILE, length);
      assertThatThrownBy(() -> SectionFile.read(cut, "TESTFILE", 1))
          .isInstanceOf(CorruptFileException.class);
    }
  }

  @Test
  void anotherVersionIsRefusedByName() {
    assertThatThrownBy(() -> SectionFile.read(FILE, "TESTFILE", 2))
        .hasMessage("TESTFILE version 1 is not known here, only 2");
  }

  @Test
  void aMissingSectionIsNamed() {
    SectionFile file = SectionFile.read(FILE, "TESTFILE", 1);

    assertThatThrownBy(() -> file.ints("NONE")).hasMessage("Section NONE is missing");
  }
}
