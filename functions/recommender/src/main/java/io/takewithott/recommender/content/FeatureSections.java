package io.takewithott.recommender.content;

import io.takewithott.recommender.storage.SectionFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link TitleFeatures} as sections of the model's file. N titles, D features, I of them in all
 * titles together:
 *
 * <pre>
 * "FKND" D bytes: kind of each feature: 0 genre, 1 director, 2 cast, 3 country, 4 keyword
 * "FTXT" UTF-8: of each feature key, name and original name, each ended by a zero byte
 * "FOFF" N + 1 ints: where each title's features begin
 * "FIDS" I ints: features by their place in FKND
 * "FNUM" 5 N ints: year, day of release since 1970, minutes, form (0 film, 1 series), age rating
 *        (0 all, 1 from 12, 2 from 15, 3 from 19); the smallest int where one is not known
 * </pre>
 */
public final class FeatureSections {
  private static final String SEPARATOR = "\0";
  private static final int TEXTS = 3;

  private FeatureSections() {}

  public static void write(TitleFeatures features, SectionFile.Writer writer) {
    byte[] kinds = new byte[features.featureCount()];
    StringBuilder texts = new StringBuilder();
    for (int i = 0; i < kinds.length; i++) {
      Feature feature = features.feature(i);
      kinds[i] = (byte) feature.kind().ordinal();
      texts.append(feature.key()).append(SEPARATOR);
      texts.append(feature.name()).append(SEPARATOR);
      texts.append(feature.originalName()).append(SEPARATOR);
    }
    writer
        .bytes("FKND", kinds)
        .bytes("FTXT", texts.toString().getBytes(StandardCharsets.UTF_8))
        .ints("FOFF", features.offsets())
        .ints("FIDS", features.features())
        .ints("FNUM", features.numbers());
  }

  /** The features of a file, or none when it was written without. */
  public static TitleFeatures read(SectionFile sections, int titleCount) {
    if (!sections.has("FOFF")) {
      return TitleFeatures.none(titleCount);
    }
    TitleFeatures features =
        new TitleFeatures(
            dictionary(sections.bytes("FKND"), sections.bytes("FTXT")),
            sections.ints("FOFF"),
            sections.ints("FIDS"),
            sections.ints("FNUM"));
    if (features.titleCount() != titleCount) {
      throw new IllegalArgumentException(
          "Features of " + features.titleCount() + " titles, not " + titleCount);
    }
    return features;
  }

  private static List<Feature> dictionary(byte[] kinds, byte[] text) {
    String[] texts = new String(text, StandardCharsets.UTF_8).split(SEPARATOR, -1);
    if (texts.length != kinds.length * TEXTS + 1) {
      throw new IllegalArgumentException(
          texts.length - 1 + " texts for " + kinds.length + " features");
    }
    List<Feature> dictionary = new ArrayList<>(kinds.length);
    for (int i = 0; i < kinds.length; i++) {
      int at = i * TEXTS;
      dictionary.add(new Feature(kind(kinds[i]), texts[at], texts[at + 1], texts[at + 2]));
    }
    return dictionary;
  }

  private static FeatureKind kind(byte ordinal) {
    FeatureKind[] kinds = FeatureKind.values();
    if (ordinal < 0 || ordinal >= kinds.length) {
      throw new IllegalArgumentException("There is no kind of feature " + ordinal);
    }
    return kinds[ordinal];
  }
}
