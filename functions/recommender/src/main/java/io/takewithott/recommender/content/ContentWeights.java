package io.takewithott.recommender.content;

/**
 * What having the same of something adds to the likeness of two titles; together at most 1.
 *
 * @param era years at most nine apart
 * @param form both films or both series
 */
public record ContentWeights(
    double genre,
    double director,
    double cast,
    double country,
    double keyword,
    double era,
    double form) {

  /** By judgement: what people name when asked why one film is like another. */
  public static final ContentWeights DEFAULT =
      new ContentWeights(0.30, 0.15, 0.15, 0.08, 0.20, 0.09, 0.03);

  double of(FeatureKind kind) {
    return switch (kind) {
      case GENRE -> genre;
      case DIRECTOR -> director;
      case CAST -> cast;
      case COUNTRY -> country;
      case KEYWORD -> keyword;
    };
  }
}
