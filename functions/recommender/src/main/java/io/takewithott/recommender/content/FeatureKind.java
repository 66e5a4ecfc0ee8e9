package io.takewithott.recommender.content;

/** What a feature says of a title. The order is part of the model's file. */
public enum FeatureKind {
  GENRE,
  DIRECTOR,
  CAST,
  COUNTRY,
  KEYWORD
}
