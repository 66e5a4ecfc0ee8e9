package io.takewithott.cloud.tmdb;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A title as the stand-in holds it.
 *
 * @param kind {@code movie} or {@code tv}
 * @param title in Korean; null where nobody has translated it
 * @param overview in Korean, as the title
 * @param certification the Korean one, in TMDB's words
 * @param genres TMDB's numbers
 * @param providers of a subscription in Korea, TMDB's numbers
 * @param trailers keys on YouTube
 * @param popularity lists begin with the highest
 * @param changedOn the day that the changes name it for
 */
public record TmdbTitle(
    String kind,
    long id,
    @Nullable String imdbId,
    @Nullable String title,
    String originalTitle,
    String language,
    @Nullable String englishTitle,
    @Nullable String overview,
    @Nullable String englishOverview,
    @Nullable LocalDate released,
    int runtime,
    @Nullable String certification,
    List<String> countries,
    List<Integer> genres,
    List<String> keywords,
    List<TmdbPerson> directors,
    List<TmdbPerson> cast,
    List<Integer> providers,
    List<String> trailers,
    @Nullable String posterPath,
    boolean adult,
    int popularity,
    LocalDate changedOn) {

  public boolean isFilm() {
    return kind.equals("movie");
  }

  /** The same under another Korean title, changed on that day. */
  public TmdbTitle renamed(String korean, LocalDate day) {
    return with(korean, providers, posterPath, day);
  }

  /** The same offered elsewhere, changed on that day. */
  public TmdbTitle offeredBy(List<Integer> others, LocalDate day) {
    return with(title, others, posterPath, day);
  }

  private TmdbTitle with(
      @Nullable String korean, List<Integer> offers, @Nullable String poster, LocalDate day) {
    return new TmdbTitle(
        kind,
        id,
        imdbId,
        korean,
        originalTitle,
        language,
        englishTitle,
        overview,
        englishOverview,
        released,
        runtime,
        certification,
        countries,
        genres,
        keywords,
        directors,
        cast,
        offers,
        trailers,
        poster,
        adult,
        popularity,
        day);
  }

  /**
   * @param name as TMDB shows it, mostly in Latin letters
   */
  public record TmdbPerson(long id, String name, String originalName) {}
}
