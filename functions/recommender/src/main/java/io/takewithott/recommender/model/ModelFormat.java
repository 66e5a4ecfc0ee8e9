package io.takewithott.recommender.model;

import io.takewithott.recommender.model.Blend.Step;
import io.takewithott.recommender.model.Blend.Weights;
import io.takewithott.recommender.stars.StarModelSections;
import io.takewithott.recommender.storage.CorruptFileException;
import io.takewithott.recommender.storage.SectionFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A model as a file ({@link SectionFile}, little-endian). N titles, M neighbours in all, S steps of
 * the blend:
 *
 * <pre>
 * offset  size     content
 * 0       8        magic "TWOMODEL"
 * 8       4        format version, 2
 * 12      4        number of sections, 25
 * 16      4 + 8    "HEAD", 24
 * 28      8        trained at, seconds since 1970
 * 36      8        N
 * 44      8        M
 * 52      12 + …   "TITL" N longs: title ids, ascending
 *         12 + …   "CRWD" N floats: preference of the crowd, 0 to 1
 *         12 + …   "PPAR" 3 floats: factors of preference P, their certainty and ridge
 *         12 + …   "PFAC" N P floats: factors of preference, one title after the other
 *         12 + …   "NOFF" N + 1 ints: where each title's neighbours begin
 *         12 + …   "NTIT" M ints: neighbours, ascending within a title
 *         12 + …   "NWGT" M floats: their weights
 *         12 + …   "BLND" 4 S floats: history up to, weight of KNN, of SVD, of the crowd
 *                  the sections of the stars, see {@link StarModelSections}
 * end-32  32       SHA-256 of everything before
 * </pre>
 *
 * A later version of training may add sections; this reader passes over them.
 */
public final class ModelFormat {
  private static final String MAGIC = "TWOMODEL";
  private static final int VERSION = 2;

  private ModelFormat() {}

  public static byte[] write(HybridModel model) {
    ItemNeighbours neighbours = model.neighbours();
    long[] head = {
      model.trainedAt().getEpochSecond(), model.titleCount(), neighbours.neighbours().length
    };
    PreferenceFactors preferences = model.preferences();
    SectionFile.Writer file =
        new SectionFile.Writer()
            .longs("HEAD", head)
            .longs("TITL", model.titleIds())
            .floats("CRWD", model.crowd())
            .floats(
                "PPAR",
                new float[] {preferences.width(), preferences.certainty(), preferences.ridge()})
            .floats("PFAC", preferences.factors())
            .ints("NOFF", neighbours.offsets())
            .ints("NTIT", neighbours.neighbours())
            .floats("NWGT", neighbours.weights())
            .floats("BLND", blend(model.blend()));
    return StarModelSections.write(model.stars(), file).file(MAGIC, VERSION);
  }

  /**
   * @throws CorruptFileException when the file is damaged or contradicts itself
   */
  public static HybridModel read(byte[] file) {
    SectionFile sections = SectionFile.read(file, MAGIC, VERSION);
    long[] head = sections.longs("HEAD");
    long[] titles = sections.longs("TITL");
    float[] preference = sections.floats("PPAR");
    int[] offsets = sections.ints("NOFF");
    int[] neighbours = sections.ints("NTIT");
    float[] weights = sections.floats("NWGT");
    boolean consistent =
        head.length == 3
            && head[1] == titles.length
            && head[2] == neighbours.length
            && preference.length == 3
            && offsets.length == titles.length + 1
            && offsets[titles.length] == neighbours.length
            && weights.length == neighbours.length;
    if (!consistent) {
      throw new CorruptFileException("The counts of the model contradict each other");
    }
    try {
      return new HybridModel(
          Instant.ofEpochSecond(head[0]),
          titles,
          sections.floats("CRWD"),
          StarModelSections.read(sections),
          new PreferenceFactors(
              (int) preference[0], preference[1], preference[2], sections.floats("PFAC")),
          new ItemNeighbours(offsets, neighbours, weights),
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
