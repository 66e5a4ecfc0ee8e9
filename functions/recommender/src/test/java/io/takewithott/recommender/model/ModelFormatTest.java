package io.takewithott.recommender.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.core.objects.Checksum;
import io.takewithott.recommender.storage.CheckedFile;
import io.takewithott.recommender.storage.CorruptFileException;
import io.takewithott.recommender.storage.ScratchFolder;
import io.takewithott.recommender.storage.SectionFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFormatTest {
  @Test
  void aModelComesBackAsItWas() {
    HybridModel model = Models.small();

    HybridModel back = ModelFormat.read(ModelFormat.write(model));

    assertThat(ModelFormat.write(back)).isEqualTo(ModelFormat.write(model));
    assertThat(back.trainedAt()).isEqualTo(model.trainedAt());
    assertThat(back.titleIndex(30)).isEqualTo(2);
    assertThat(back.ranking().walk().weight(0, 1)).isEqualTo(0.8f);
    assertThat(back.ranking().opinion().reading()).isEqualTo(Reading.deviation(6, 3));
    assertThat(back.ranking().weights()).isEqualTo(model.ranking().weights());
  }

  @Test
  void aMappedModelIsTheSame(@TempDir Path folder) throws Exception {
    HybridModel model = Models.small();
    HybridModel mapped;
    try (FileChannel file = new ScratchFolder(folder).file("a test", 0)) {
      ModelFormat.content(model).writeTo(file);
      mapped =
          ModelFormat.map(
              CheckedFile.of(file, file.size(), Checksum.sha256(ModelFormat.write(model)))
                  .orElseThrow());
    }

    assertThat(ModelFormat.write(mapped)).isEqualTo(ModelFormat.write(model));
    assertThat(mapped.ranking().walk().weights().isDirect()).as("read where it lies").isTrue();
    assertThat(mapped.ranking().walk().of(0)).containsExactly(1, 2);
    assertThat(mapped.ranking().walk().weight(0, 2)).isEqualTo(0.4f);
    assertThat(mapped.ranking().walk().weight(3, 0)).isZero();
    float[] scores = new float[4];
    mapped.ranking().walk().spread(0, 10, scores);
    assertThat(scores).containsExactly(0, 8, 4, 0);
  }

  @Test
  void everythingLiesAtItsDocumentedOffset() {
    ByteBuffer file =
        ByteBuffer.wrap(ModelFormat.write(Models.small())).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(file.getInt(8)).as("version").isEqualTo(4);
    assertThat(file.getInt(12)).as("sections").isEqualTo(43);
    assertThat(file.getLong(16)).as("length").isEqualTo(file.capacity());
    assertThat(file.getLong(72)).as("offset of HEAD").isEqualTo(1600);
    assertThat(file.getLong(1600)).as("trained at").isEqualTo(1793559600L);
    assertThat(file.getLong(1608)).as("titles").isEqualTo(4);
    assertThat(file.getLong(1664)).as("first title").isEqualTo(10);
  }

  @Test
  void everySectionBeginsAtAMultipleOfSixtyFour() {
    ByteBuffer file =
        ByteBuffer.wrap(ModelFormat.write(Models.small())).order(ByteOrder.LITTLE_ENDIAN);

    for (int section = 0; section < 43; section++) {
      assertThat(file.getLong(72 + 24 * section) % 64).isZero();
    }
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
            .longs("HEAD", new long[] {0, 5})
            .longs("TITL", new long[] {1})
            .file("TWOMODEL", 4);

    assertThatThrownBy(() -> ModelFormat.read(file))
        .hasMessage("The counts of the model contradict each other");
  }

  @Test
  void neighboursThatDoNotFitTheirOffsetsAreRefused() {
    byte[] file =
        ModelFormat.sections(Models.small())
            .ints("WOFF", new int[] {0, 4, 4, 4, 4})
            .file("TWOMODEL", 4);

    assertThatThrownBy(() -> ModelFormat.read(file))
        .isInstanceOf(CorruptFileException.class)
        .hasMessage(
            "The model contradicts itself: 3 neighbours, 3 weights and their offsets do not fit"
                + " each other");
  }
}
