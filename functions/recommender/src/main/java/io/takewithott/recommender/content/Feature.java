package io.takewithott.recommender.content;

import java.util.Comparator;

/**
 * Something that titles have in common.
 *
 * @param key what tells it from others of its kind: a genre, an ISO 3166 code, a keyword, or a
 *     person's id
 * @param name a person's name as Koreans write it; of anything else the key
 * @param originalName a person's name as they write it themselves; of anything else the key
 */
public record Feature(FeatureKind kind, String key, String name, String originalName) {
  static final Comparator<Feature> ORDER =
      Comparator.comparing(Feature::kind).thenComparing(Feature::key);

  public static Feature of(FeatureKind kind, String key) {
    return new Feature(kind, key, key, key);
  }
}
