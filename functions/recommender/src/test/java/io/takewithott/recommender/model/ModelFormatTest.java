package io.takewithott.recommender.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.recommender.storage.CorruptFileException;
import io.takewithott.recommender.storage.SectionFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class ModelFormatTest {
  @Test
  void aModelComesBackAsItWas() {
    HybridModel model = Models.small();

    HybridModel back = ModelFormat.read(ModelFormat.write(model));

    assertThat(ModelFormat.write(back)).isEqualTo(ModelFormat.write(model));
    assertThat(back.trainedAt()).isEqualTo(model.trainedAt());
    assertThat(back.titleIndex(30)).isEqualTo(2);
    assertThat(back.neighbours().weight(0, 1)).isEqualTo(0.8f);
    assertThat(back.blend()).isEqualTo(model.blend());
  }

  @Test
  void theCountsLieAtTheDocumentedOffsets() {
    ByteBuffer file =
        ByteBuffer.wrap(ModelFormat.write(Models.small())).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(file.getLong(28)).as("trained at").isEqualTo(1793559600L);
    assertThat(file.getLong(36)).as("titles").isEqualTo(4);
    assertThat(file.getLong(44)).as("neighbours").isEqualTo(3);
  }

  @Test
  void aDamagedModelIsRefused() {
    byte[] file = ModelFormat.write(Models.small());
    file[file.length / 2] ^= 1;

    assertThatThrownBy(() -> ModelFormat.read(file))
        .isInstanceOf(CorruptFileException.class)
        .hasMessage("The TWOMODEL file does not match its checksum");
  }

  @Test
  void countsThatContradictEachOtherAreRefused() {
    byte[] file =
        new SectionFile.Writer()
            .longs("HEAD", new long[] {0, 5, 0})
            .longs("TITL", new long[] {1})
            .floats("PPAR", new float[3])
            .ints("NOFF", new int[2])
            .ints("NTIT", new int[0])
            .floats("NWGT", new float[0])
            .file("TWOMODEL", 2);

    assertThatThrownBy(() -> ModelFormat.read(file))
        .hasMessage("The counts of the model contradict each other");
  }
}
