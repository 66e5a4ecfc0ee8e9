package io.takewithott.catalog.title;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a title that its page shows.
 *
 * @param countries ISO 3166 codes, comma separated, the main one first
 * @param services the keys of those in {@code offers}
 * @param similar most alike first
 */
record TitleDetail(
    long titleId,
    String kind,
    String title,
    String originalTitle,
    @Nullable String englishTitle,
    @Nullable Integer year,
    @Nullable LocalDate releaseDate,
    @Nullable Integer runtimeMinutes,
    @Nullable String ageRating,
    String countries,
    @Nullable String synopsis,
    @Nullable String synopsisEnglish,
    int ratings,
    @Nullable Double stars,
    List<String> genres,
    List<String> keywords,
    List<String> services,
    String poster,
    @Nullable String backdrop,
    List<Offer> offers,
    List<Clip> clips,
    List<Credit> credits,
    List<Line> lines,
    List<Similar> similar) {

  /**
   * A service within whose subscription it may be watched in Korea.
   *
   * @param asOf the day for which that is known
   * @param overridden whether somebody said so against an import, or where none knew
   * @param seatWon what a month costs in the cheapest party that anybody can join; absent where
   *     there is none
   */
  record Offer(
      String service,
      String name,
      LocalDate asOf,
      String source,
      boolean overridden,
      @Nullable Integer seatWon) {}

  /**
   * @param role {@code director} or {@code cast}
   */
  record Credit(long personId, String name, String originalName, String role) {}

  record Line(long lineId, String line, @Nullable String speaker) {}

  /** Another title, as its poster shows it. */
  record Similar(
      long titleId,
      String title,
      String originalTitle,
      @Nullable Integer year,
      @Nullable String ageRating,
      String poster) {}
}
