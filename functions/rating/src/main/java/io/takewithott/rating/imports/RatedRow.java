package io.takewithott.rating.imports;

import org.jspecify.annotations.Nullable;

/**
 * One line of a list of ratings, its rating on the file's own scale.
 *
 * @param line where it begins in the file
 * @param movieId MovieLens' own
 * @param ratedAtSeconds since 1970
 */
record RatedRow(
    int line,
    double rating,
    @Nullable String title,
    @Nullable String originalTitle,
    @Nullable Integer year,
    @Nullable String imdbId,
    @Nullable String movieId,
    @Nullable Long ratedAtSeconds) {

  /** What it is called in the report. */
  String name() {
    return title != null ? title : imdbId != null ? imdbId : "movie " + movieId;
  }
}
