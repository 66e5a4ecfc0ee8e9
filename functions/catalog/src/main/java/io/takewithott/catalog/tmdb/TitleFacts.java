package io.takewithott.catalog.tmdb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a title, in the words of our database: as TMDB has it, as we have it, or as it
 * is to become.
 *
 * @param countries ISO 3166 codes, by commas
 * @param releaseDate as {@code 2019-05-30}
 * @param posterKey the object of ours that holds the poster
 * @param posterPath where TMDB has it
 * @param services those that TMDB knows, which offer it within a subscription in Korea
 * @param clips those on YouTube
 */
public record TitleFacts(
    String title,
    String originalTitle,
    @Nullable String englishTitle,
    @Nullable Integer year,
    @Nullable String releaseDate,
    @Nullable Integer runtimeMinutes,
    @Nullable String ageRating,
    String countries,
    @Nullable String synopsis,
    @Nullable String synopsisEnglish,
    @Nullable String posterKey,
    @Nullable String posterPath,
    @Nullable String backdropPath,
    List<String> genres,
    List<String> keywords,
    List<Credit> credits,
    List<String> services,
    List<Clip> clips) {

  /**
   * @param role {@code director} or {@code cast}
   * @param position from 1 within the role
   * @param name in Hangul where either name is
   */
  public record Credit(String role, int position, String name, String original) {}

  /**
   * @param kind {@code trailer}, {@code teaser} or {@code clip}
   */
  public record Clip(
      String kind, String key, @Nullable String name, @Nullable String language, int position) {}

  public TitleFacts {
    genres = List.copyOf(genres);
    keywords = keywords.stream().sorted().toList();
    credits = List.copyOf(credits);
    services = services.stream().sorted().toList();
    clips = List.copyOf(clips);
  }

  /** Whether the name by which it is shown is a Korean one. */
  public boolean hasKoreanName() {
    return Texts.isHangul(title);
  }

  /** The same with another poster of ours. */
  public TitleFacts withPosterKey(@Nullable String key) {
    return new TitleFacts(
        title,
        originalTitle,
        englishTitle,
        year,
        releaseDate,
        runtimeMinutes,
        ageRating,
        countries,
        synopsis,
        synopsisEnglish,
        key,
        posterPath,
        backdropPath,
        genres,
        keywords,
        credits,
        services,
        clips);
  }
}
