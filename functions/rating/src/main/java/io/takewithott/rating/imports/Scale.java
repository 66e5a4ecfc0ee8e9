package io.takewithott.rating.imports;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Out of how many points ratings are. */
record Scale(int most) {
  private static final List<Integer> KNOWN = List.of(5, 10, 100);
  private static final int HALF_STARS = 10;

  /**
   * @throws AppException INVALID_VALUE
   */
  static Scale of(String given) {
    return KNOWN.stream()
        .filter(most -> String.valueOf(most).equals(given))
        .findFirst()
        .map(Scale::new)
        .orElseThrow(
            () ->
                new AppException(
                    ErrorCode.INVALID_VALUE, "A scale is 5, 10 or 100", Map.of("field", "scale")));
  }

  /**
   * The least scale on which all ratings lie. IMDb's is of ten, however little somebody liked.
   *
   * @throws AppException INVALID_VALUE
   */
  static Scale detected(Collection<RatedRow> rows, boolean imdb) {
    double highest = rows.stream().mapToDouble(RatedRow::rating).max().orElse(0);
    return KNOWN.stream()
        .filter(most -> highest <= most && (!imdb || most >= HALF_STARS))
        .findFirst()
        .map(Scale::new)
        .orElseThrow(
            () ->
                new AppException(
                    ErrorCode.INVALID_VALUE,
                    "A rating of " + highest + " is on no scale of 5, 10 or 100",
                    Map.of("field", "file")));
  }

  boolean holds(double rating) {
    return rating > 0 && rating <= most;
  }

  /** 1 to 10; half a step is rounded up. */
  int halfStars(double rating) {
    long rounded = Math.round(rating * HALF_STARS / most);
    return (int) Math.max(1, Math.min(HALF_STARS, rounded));
  }
}
