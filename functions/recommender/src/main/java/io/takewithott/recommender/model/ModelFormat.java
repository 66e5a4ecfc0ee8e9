package io.takewithott.recommender.model;

import io.takewithott.recommender.model.Blend.Step;
import io.takewithott.recommender.model.Blend.Weights;
import io.takewithott.recommender.model.LatentFactors.Ridge;
import io.takewithott.recommender.storage.CorruptFileException;
import io.takewithott.recommender.storage.FileContent;
import io.takewithott.recommender.storage.SectionFile;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A model as a file ({@link SectionFile}, little-endian). N titles, F factors, M neighbours in all,
 * S steps of the blend:
 *
 * <pre>
 * offset  size     content
 * 0       8        magic "TWOMODEL"
 * 8       4        format version, 2
 * 12      4        number of sections, 12
 * 16      8        length of the file
 * 64      24       directory entry of HEAD: "HEAD", 4 zeros, offset 1600, length 32
 * 88      24 each  the other sections' entries; the offsets of their contents stand there
 * 1600    32       HEAD
 * 1600    8          trained at, seconds since 1970
 * 1608    8          N
 * 1616    8          F
 * 1624    8          M
 * 1664    8 N      TITL: title ids, ascending; then, each from the next multiple of 64:
 *         4 N      CRWD: preference of the crowd, 0 to 1
 *         16       PARM: mean stars; ridge of bias, of factors each, of factors least
 *         4 N      BIAS: bias of each title
 *         4 N F    FACT: factors, one title after the other
 *         12       PPAR: factors of preference P, their certainty and ridge
 *         4 N P    PFAC: factors of preference, one title after the other
 *         4 (N+1)  NOFF: where each title's neighbours begin
 *         4 M      NTIT: neighbours, ascending within a title
 *         4 M      NWGT: their weights
 *         16 S     BLND: history up to, weight of KNN, of SVD, of the crowd
 * end-32  32       SHA-256 of everything before
 * </pre>
 *
 * TITL holds longs, NOFF and NTIT ints, all after them floats. A later version of training may add
 * sections; this reader passes over them. Neighbours, by far the largest part, are read where they
 * lie when the file is mapped.
 */
public final class ModelFormat {
  private static final String MAGIC = "TWOMODEL";
  private static final int VERSION = 2;

  private ModelFormat() {}

  public static byte[] write(HybridModel model) {
    return sections(model).file(MAGIC, VERSION);
  }

  public static FileContent content(HybridModel model) {
    return sections(model).content(MAGIC, VERSION);
  }

  private static SectionFile.Writer sections(HybridModel model) {
    LatentFactors factors = model.factors();
    ItemNeighbours neighbours = model.neighbours();
    long[] head = {
      model.trainedAt().getEpochSecond(), model.titleCount(), factors.width(), neighbours.size()
    };
    PreferenceFactors preferences = model.preferences();
    Ridge ridge = factors.ridge();
    float[] parameters = {factors.mean(), ridge.bias(), ridge.factorsEach(), ridge.factorsLeast()};
    return new SectionFile.Writer()
        .longs("HEAD", head)
        .longs("TITL", model.titleIds())
        .floats("CRWD", model.crowd())
        .floats("PARM", parameters)
        .floats("BIAS", factors.titleBias())
        .floats("FACT", factors.factors())
        .floats(
            "PPAR", new float[] {preferences.width(), preferences.certainty(), preferences.ridge()})
        .floats("PFAC", preferences.factors())
        .ints("NOFF", neighbours.offsets())
        .ints("NTIT", neighbours.neighbours())
        .floats("NWGT", neighbours.weights())
        .floats("BLND", blend(model.blend()));
  }

  /**
   * @throws CorruptFileException when the file is damaged or contradicts itself
   */
  public static HybridModel read(byte[] file) {
    return read(SectionFile.read(file, MAGIC, VERSION));
  }

  /**
   * A model that reads its largest parts from the file as mapped; the file may be closed.
   *
   * @throws CorruptFileException when the file is damaged or contradicts itself
   */
  public static HybridModel map(FileChannel file) {
    return read(SectionFile.map(file, MAGIC, VERSION));
  }

  private static HybridModel read(SectionFile sections) {
    long[] head = sections.longs("HEAD");
    long[] titles = sections.longs("TITL");
    float[] parameters = sections.floats("PARM");
    float[] preference = sections.floats("PPAR");
    IntBuffer offsets = sections.intBuffer("NOFF");
    IntBuffer neighbours = sections.intBuffer("NTIT");
    FloatBuffer weights = sections.floatBuffer("NWGT");
    boolean consistent =
        head.length == 4
            && head[1] == titles.length
            && head[3] == neighbours.remaining()
            && parameters.length == 4
            && preference.length == 3
            && offsets.remaining() == titles.length + 1;
    if (!consistent) {
      throw new CorruptFileException("The counts of the model contradict each other");
    }
    try {
      LatentFactors factors =
          new LatentFactors(
              Math.toIntExact(head[2]),
              parameters[0],
              sections.floats("BIAS"),
              sections.floats("FACT"),
              new Ridge(parameters[1], parameters[2], parameters[3]));
      return new HybridModel(
          Instant.ofEpochSecond(head[0]),
          titles,
          sections.floats("CRWD"),
          factors,
          new PreferenceFactors(
              (int) preference[0], preference[1], preference[2], sections.floats("PFAC")),
          ItemNeighbours.of(offsets, neighbours, weights),
          blend(sections.floats("BLND")));
    } catch (IllegalArgumentException contradiction) {
      throw new CorruptFileException("The model contradicts itself: " + contradiction.getMessage());
    }
  }

  private static float[] blend(Blend blend) {
    float[] flat = new float[blend.steps().size() * 4];
    int at = 0;
    for (Step step : blend.steps()) {
      flat[at++] = step.upTo();
      flat[at++] = step.weights().knn();
      flat[at++] = step.weights().svd();
      flat[at++] = step.weights().crowd();
    }
    return flat;
  }

  private static Blend blend(float[] flat) {
    List<Step> steps = new ArrayList<>();
    for (int at = 0; at + 3 < flat.length; at += 4) {
      steps.add(new Step((int) flat[at], new Weights(flat[at + 1], flat[at + 2], flat[at + 3])));
    }
    return new Blend(steps);
  }
}
