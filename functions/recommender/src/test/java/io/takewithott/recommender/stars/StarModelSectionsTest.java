package io.takewithott.recommender.stars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.recommender.snapshot.RatingsMatrix;
import io.takewithott.recommender.storage.CorruptFileException;
import io.takewithott.recommender.storage.SectionFile;
import org.junit.jupiter.api.Test;

class StarModelSectionsTest {
  private final StarModel model =
      StarTraining.train(
          RatingsMatrix.snapshot(
              """
                  10  11  12
              1    5   4   .
              2    .   2   1
              3    4   .   2
              """),
          7,
          () -> false);

  private static SectionFile read(SectionFile.Writer writer) {
    return SectionFile.read(writer.file("TESTFILE", 1), "TESTFILE", 1);
  }

  private SectionFile.Writer written() {
    return StarModelSections.write(model, new SectionFile.Writer());
  }

  @Test
  void aModelComesBackAsItWas() {
    StarModel back = StarModelSections.read(read(written()));

    StarViewer before = model.foldIn(new int[] {0}, new float[] {5}, new float[] {1});
    StarViewer after = back.foldIn(new int[] {0}, new float[] {5}, new float[] {1});
    assertThat(after.stars(1)).isEqualTo(before.stars(1));
    assertThat(after.deviation(2)).isEqualTo(before.deviation(2));
    assertThat(StarModelSections.write(back, new SectionFile.Writer()).file("TESTFILE", 1))
        .isEqualTo(written().file("TESTFILE", 1));
  }

  @Test
  void partsThatKnowOtherTitlesAreRefused() {
    assertThatThrownBy(() -> StarModelSections.read(read(written().ints("SRAT", new int[2]))))
        .isInstanceOf(CorruptFileException.class)
        .hasMessage(
            "The model of stars contradicts itself:"
                + " The parts of a model of stars must know the same titles");
  }

  @Test
  void aStackOfAnotherSizeIsRefused() {
    assertThatThrownBy(() -> StarModelSections.read(read(written().floats("SSTK", new float[3]))))
        .hasMessage("The model of stars contradicts itself: 3 coefficients, not 46");
  }

  @Test
  void missingParametersAreRefused() {
    assertThatThrownBy(() -> StarModelSections.read(read(written().floats("SPAR", new float[2]))))
        .hasMessage("The parameters of the model of stars are incomplete");
  }

  @Test
  void aMissingSectionIsNamed() {
    SectionFile.Writer some = new SectionFile.Writer().floats("SPAR", new float[7]);

    assertThatThrownBy(() -> StarModelSections.read(read(some)))
        .isInstanceOf(CorruptFileException.class)
        .hasMessage("Section SWID is missing");
  }
}
