package io.takewithott.recommender.model;

import io.takewithott.recommender.content.FeatureSections;
import io.takewithott.recommender.stars.StarModelSections;
import io.takewithott.recommender.storage.CheckedFile;
import io.takewithott.recommender.storage.CorruptFileException;
import io.takewithott.recommender.storage.FileContent;
import io.takewithott.recommender.storage.SectionFile;
import java.time.Instant;
import java.util.Arrays;

/**
 * A model as a file ({@link SectionFile}, little-endian). N titles, and for each of the three item
 * matrices x (E learned, D opinion, W walk) M entries:
 *
 * <pre>
 * offset  size     content
 * 0       8        magic "TWOMODEL"
 * 8       4        format version, 4
 * 12      4        number of sections, 43
 * 16      8        length of the file
 * 64      24       directory entry of HEAD: "HEAD", 4 zeros, offset 1600, length 16
 * 88      24 each  the other sections' entries; the offsets of their contents stand there
 *                  HEAD
 *         8          trained at, seconds since 1970
 *         8          N
 *         8 N      TITL: title ids, ascending; then, each from the next multiple of 64:
 *         12       CPAR: coarse factors of preference P, their certainty and ridge
 *         4 N P    CFAC: coarse factors of preference, one title after the other
 *         12       PPAR: fine factors of preference Q, their certainty and ridge
 *         4 N Q    PFAC: fine factors of preference, one title after the other
 *         4 (N+1)  xOFF: where each title's entries begin
 *         4 M      xTIT: the titles they lead to, ascending within a title
 *         4 M      xWGT: their weights
 *         12       ERED, DRED: how ratings are read: 0 level, 1 deviation; its two numbers
 *         4 N      POPU: popularity
 *         4 N      ESTM: esteem
 *         4 N      OBSC: obscurity
 *         4 (3S+2) RANK: by the S signals the base, slope and weight for picks; middle and spread
 *         4 N      TRND: what is going on about each title; may be absent
 *         …        F…: the five sections of {@link FeatureSections}, which may be absent
 *         …        S…: the model of stars, as {@link StarModelSections} says
 * end-32  32       SHA-256 of everything before
 * </pre>
 *
 * TITL holds longs, xOFF and xTIT ints, all others floats. A later version of training may add
 * sections; this reader passes over them. The item matrices, by far the largest part, are read
 * where they lie when the file is mapped.
 */
public final class ModelFormat {
  private static final String MAGIC = "TWOMODEL";
  private static final int VERSION = 4;
  private static final String LEARNED = "E";
  private static final String OPINION = "D";
  private static final String WALK = "W";
  private static final String COARSE = "C";
  private static final String FINE = "P";

  private ModelFormat() {}

  public static byte[] write(HybridModel model) {
    return sections(model).file(MAGIC, VERSION);
  }

  public static FileContent content(HybridModel model) {
    return sections(model).content(MAGIC, VERSION);
  }

  static SectionFile.Writer sections(HybridModel model) {
    RankingParts ranking = model.ranking();
    long[] head = {model.trainedAt().getEpochSecond(), model.titleCount()};
    SectionFile.Writer file =
        new SectionFile.Writer().longs("HEAD", head).longs("TITL", model.titleIds());
    put(file, COARSE, ranking.coarse());
    put(file, FINE, ranking.fine());
    put(file, LEARNED, ranking.learned().weights());
    put(file, OPINION, ranking.opinion().weights());
    put(file, WALK, ranking.walk());
    StarModelSections.write(model.stars(), file);
    FeatureSections.write(model.features(), file);
    file.floats("TRND", model.trends().velocity());
    return file.floats(LEARNED + "RED", reading(ranking.learned().reading()))
        .floats(OPINION + "RED", reading(ranking.opinion().reading()))
        .floats("POPU", ranking.crowd().popularity())
        .floats("ESTM", ranking.crowd().esteem())
        .floats("OBSC", ranking.crowd().obscurity())
        .floats("RANK", weights(ranking.weights()));
  }

  private static void put(SectionFile.Writer file, String name, PreferenceFactors factors) {
    file.floats(name + "PAR", new float[] {factors.width(), factors.certainty(), factors.ridge()})
        .floats(name + "FAC", factors.factors());
  }

  private static void put(SectionFile.Writer file, String name, ItemNeighbours matrix) {
    file.ints(name + "OFF", matrix.offsets())
        .ints(name + "TIT", matrix.neighbours())
        .floats(name + "WGT", matrix.weights());
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
   * @throws CorruptFileException when the file contradicts itself
   */
  public static HybridModel map(CheckedFile file) {
    return read(SectionFile.map(file, MAGIC, VERSION));
  }

  private static HybridModel read(SectionFile file) {
    long[] head = file.longs("HEAD");
    long[] titles = file.longs("TITL");
    if (head.length != 2 || head[1] != titles.length) {
      throw new CorruptFileException("The counts of the model contradict each other");
    }
    try {
      RankingParts ranking =
          new RankingParts(
              new ItemWeights(matrix(file, LEARNED), reading(file.floats(LEARNED + "RED"))),
              new ItemWeights(matrix(file, OPINION), reading(file.floats(OPINION + "RED"))),
              matrix(file, WALK),
              preferences(file, COARSE),
              preferences(file, FINE),
              new Crowd(file.floats("POPU"), file.floats("ESTM"), file.floats("OBSC")),
              weights(file.floats("RANK")));
      return new HybridModel(
          Instant.ofEpochSecond(head[0]),
          titles,
          ranking,
          StarModelSections.read(file),
          FeatureSections.read(file, titles.length),
          trends(file, titles.length));
    } catch (IllegalArgumentException | IndexOutOfBoundsException contradiction) {
      throw new CorruptFileException("The model contradicts itself: " + contradiction.getMessage());
    }
  }

  private static Trends trends(SectionFile file, int titleCount) {
    return file.has("TRND") ? new Trends(file.floats("TRND")) : Trends.none(titleCount);
  }

  private static PreferenceFactors preferences(SectionFile file, String name) {
    float[] parameters = numbers(file, name + "PAR", 3);
    return new PreferenceFactors(
        (int) parameters[0], parameters[1], parameters[2], file.floats(name + "FAC"));
  }

  private static ItemNeighbours matrix(SectionFile file, String name) {
    return ItemNeighbours.of(
        file.intBuffer(name + "OFF"), file.intBuffer(name + "TIT"), file.floatBuffer(name + "WGT"));
  }

  private static float[] reading(Reading reading) {
    return new float[] {reading.kind().ordinal(), reading.first(), reading.second()};
  }

  private static Reading reading(float[] flat) {
    if (flat.length != 3 || flat[0] < 0 || flat[0] >= Reading.Kind.values().length) {
      throw new IllegalArgumentException("a way of reading ratings that is not known");
    }
    return new Reading(Reading.Kind.values()[(int) flat[0]], flat[1], flat[2]);
  }

  private static float[] weights(RankingWeights weights) {
    int signals = Signal.values().length;
    float[] flat = new float[3 * signals + 2];
    System.arraycopy(weights.base(), 0, flat, 0, signals);
    System.arraycopy(weights.slope(), 0, flat, signals, signals);
    System.arraycopy(weights.picks(), 0, flat, 2 * signals, signals);
    flat[3 * signals] = weights.middle();
    flat[3 * signals + 1] = weights.spread();
    return flat;
  }

  private static RankingWeights weights(float[] flat) {
    int signals = Signal.values().length;
    if (flat.length != 3 * signals + 2) {
      throw new IllegalArgumentException(flat.length + " weights for " + signals + " signals");
    }
    return new RankingWeights(
        Arrays.copyOfRange(flat, 0, signals),
        Arrays.copyOfRange(flat, signals, 2 * signals),
        Arrays.copyOfRange(flat, 2 * signals, 3 * signals),
        flat[3 * signals],
        flat[3 * signals + 1]);
  }

  private static float[] numbers(SectionFile file, String tag, int count) {
    float[] numbers = file.floats(tag);
    if (numbers.length != count) {
      throw new CorruptFileException(tag + " holds " + numbers.length + " numbers, not " + count);
    }
    return numbers;
  }
}
