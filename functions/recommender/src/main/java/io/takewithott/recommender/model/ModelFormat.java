package io.takewithott.recommender.model;

import io.takewithott.recommender.content.FeatureSections;
import io.takewithott.recommender.model.Blend.Step;
import io.takewithott.recommender.model.Blend.Weights;
import io.takewithott.recommender.model.LatentFactors.Ridge;
import io.takewithott.recommender.storage.CorruptFileException;
import io.takewithott.recommender.storage.SectionFile;
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
 * 8       4        format version, 1
 * 12      4        number of sections, 18
 * 16      4 + 8    "HEAD", 32
 * 28      8        trained at, seconds since 1970
 * 36      8        N
 * 44      8        F
 * 52      8        M
 * 60      12 + …   "TITL" N longs: title ids, ascending
 *         12 + …   "CRWD" N floats: preference of the crowd, 0 to 1
 *         12 + …   "PARM" 4 floats: mean stars; ridge of bias, of factors each, of factors least
 *         12 + …   "BIAS" N floats: bias of each title
 *         12 + …   "FACT" N F floats: factors, one title after the other
 *         12 + …   "PPAR" 3 floats: factors of preference P, their certainty and ridge
 *         12 + …   "PFAC" N P floats: factors of preference, one title after the other
 *         12 + …   "NOFF" N + 1 ints: where each title's neighbours begin
 *         12 + …   "NTIT" M ints: neighbours, ascending within a title
 *         12 + …   "NWGT" M floats: their weights
 *         12 + …   "BLND" 4 S floats: history up to, weight of KNN, of SVD, of the crowd
 *         12 + …   "TRND" N floats: what is going on about each title; may be absent
 *         …        the five sections of {@link FeatureSections}, which may be absent
 * end-32  32       SHA-256 of everything before
 * </pre>
 *
 * A later version of training may add sections; this reader passes over them.
 */
public final class ModelFormat {
  private static final String MAGIC = "TWOMODEL";
  private static final int VERSION = 1;

  private ModelFormat() {}

  public static byte[] write(HybridModel model) {
    LatentFactors factors = model.factors();
    ItemNeighbours neighbours = model.neighbours();
    long[] head = {
      model.trainedAt().getEpochSecond(),
      model.titleCount(),
      factors.width(),
      neighbours.neighbours().length
    };
    PreferenceFactors preferences = model.preferences();
    Ridge ridge = factors.ridge();
    float[] parameters = {factors.mean(), ridge.bias(), ridge.factorsEach(), ridge.factorsLeast()};
    SectionFile.Writer writer = new SectionFile.Writer();
    writer
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
        .floats("BLND", blend(model.blend()))
        .floats("TRND", model.trends().velocity());
    FeatureSections.write(model.features(), writer);
    return writer.file(MAGIC, VERSION);
  }

  /**
   * @throws CorruptFileException when the file is damaged or contradicts itself
   */
  public static HybridModel read(byte[] file) {
    SectionFile sections = SectionFile.read(file, MAGIC, VERSION);
    long[] head = sections.longs("HEAD");
    long[] titles = sections.longs("TITL");
    float[] parameters = sections.floats("PARM");
    float[] preference = sections.floats("PPAR");
    int[] offsets = sections.ints("NOFF");
    int[] neighbours = sections.ints("NTIT");
    float[] weights = sections.floats("NWGT");
    boolean consistent =
        head.length == 4
            && head[1] == titles.length
            && head[3] == neighbours.length
            && parameters.length == 4
            && preference.length == 3
            && offsets.length == titles.length + 1
            && offsets[titles.length] == neighbours.length
            && weights.length == neighbours.length;
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
              new ItemNeighbours(offsets, neighbours, weights),
              blend(sections.floats("BLND")))
          .with(FeatureSections.read(sections, titles.length), trends(sections, titles.length));
    } catch (IllegalArgumentException contradiction) {
      throw new CorruptFileException("The model contradicts itself: " + contradiction.getMessage());
    }
  }

  private static Trends trends(SectionFile sections, int titleCount) {
    return sections.has("TRND") ? new Trends(sections.floats("TRND")) : Trends.none(titleCount);
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
