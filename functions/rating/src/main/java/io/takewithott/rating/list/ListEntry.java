package io.takewithott.rating.list;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list.
 *
 * @param key when it was, in microseconds since 1970
 * @param id what tells two of the same moment apart
 */
record ListEntry(
    long key,
    long id,
    long titleId,
    String title,
    String originalTitle,
    @Nullable Integer year,
    String kind,
    @Nullable Integer halfStars,
    @Nullable Boolean liked,
    @Nullable Integer seconds,
    @Nullable Boolean finished) {
  private static final double HALF = 0.5;

  EntryResponse response() {
    return new EntryResponse(
        titleId,
        title,
        originalTitle,
        Optional.ofNullable(year),
        kind,
        "/titles/" + titleId + "/poster",
        Instant.EPOCH.plus(key, ChronoUnit.MICROS),
        Optional.ofNullable(halfStars).map(half -> half * HALF),
        Optional.ofNullable(liked).map(each -> each ? "like" : "dislike"),
        Optional.ofNullable(seconds),
        Optional.ofNullable(finished));
  }

  /**
   * @param at when it was said or seen
   */
  record EntryResponse(
      long titleId,
      String title,
      String originalTitle,
      Optional<Integer> year,
      String kind,
      String poster,
      Instant at,
      Optional<Double> stars,
      Optional<String> reaction,
      Optional<Integer> seconds,
      Optional<Boolean> finished) {}
}
