package io.takewithott.local.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A film as a data set describes it.
 *
 * @param id the title id to take; null lets the database choose
 * @param key what the data set calls this film
 * @param releaseDate when the public of its main country first saw it; null where only the year is
 *     known
 * @param ageRating {@code all}, {@code 12}, {@code 15} or {@code 19}
 * @param countries ISO 3166 codes, the main one first
 * @param genres of {@link Genres#ALL}, the main one first
 * @param services the keys of the services that offer it
 */
public record Title(
    @Nullable Long id,
    String key,
    String title,
    String originalTitle,
    @Nullable String englishTitle,
    @Nullable Integer year,
    @Nullable LocalDate releaseDate,
    @Nullable Integer runtimeMinutes,
    @Nullable String ageRating,
    List<String> countries,
    List<String> genres,
    List<Person> directors,
    List<Person> cast,
    List<String> services,
    List<String> keywords,
    @Nullable String synopsis,
    @Nullable String synopsisEnglish,
    List<FamousLine> lines) {

  public Title {
    countries = List.copyOf(countries);
    genres = List.copyOf(genres);
    directors = List.copyOf(directors);
    cast = List.copyOf(cast);
    services = List.copyOf(services);
    keywords = List.copyOf(keywords);
    lines = List.copyOf(lines);
    if (!Genres.ALL.containsAll(genres)) {
      throw new IllegalArgumentException("unknown genre among " + genres);
    }
    requireDistinct(genres);
    requireDistinct(lines.stream().map(FamousLine::text).toList());
  }

  /** A film of which only names, year and genres are known. */
  public static Title named(
      String key,
      String title,
      String originalTitle,
      @Nullable String englishTitle,
      @Nullable Integer year,
      List<String> genres) {
    return new Title(
        null,
        key,
        title,
        originalTitle,
        englishTitle,
        year,
        null,
        null,
        null,
        List.of(),
        genres,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        List.of());
  }

  /** The same film with that day. */
  public Title releasedOn(@Nullable LocalDate day) {
    return new Title(
        id,
        key,
        title,
        originalTitle,
        englishTitle,
        year,
        day,
        runtimeMinutes,
        ageRating,
        countries,
        genres,
        directors,
        cast,
        services,
        keywords,
        synopsis,
        synopsisEnglish,
        lines);
  }

  private static void requireDistinct(List<String> texts) {
    if (Set.copyOf(texts).size() < texts.size()) {
      throw new IllegalArgumentException("something is there twice among " + texts);
    }
  }
}
