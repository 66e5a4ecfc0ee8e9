package io.takewithott.catalog.tmdb;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Lists of titles at TMDB: what is from Korea, what many like, what a subscription in Korea offers,
 * and what was changed.
 */
public enum TitleList {
  KOREAN_FILMS(Kind.FILM, "discover/movie?with_original_language=ko&" + Query.POPULAR),
  POPULAR_FILMS(Kind.FILM, "discover/movie?vote_count.gte=50&" + Query.POPULAR),
  OFFERED_FILMS(Kind.FILM, "discover/movie?" + Query.OFFERED + Query.POPULAR),
  KOREAN_SERIES(Kind.SERIES, "discover/tv?with_original_language=ko&" + Query.POPULAR),
  POPULAR_SERIES(Kind.SERIES, "discover/tv?vote_count.gte=50&" + Query.POPULAR),
  OFFERED_SERIES(Kind.SERIES, "discover/tv?" + Query.OFFERED + Query.POPULAR),
  FILM_CHANGES(Kind.FILM, "movie/changes?"),
  SERIES_CHANGES(Kind.SERIES, "tv/changes?");

  /** TMDB's own limit. */
  public static final int MOST_PAGES = 500;

  private final Kind kind;
  private final String query;

  TitleList(Kind kind, String query) {
    this.kind = kind;
    this.query = query;
  }

  /** The lists that are not of changes. */
  public static List<TitleList> ofTitles() {
    return Arrays.stream(values()).filter(list -> !list.isOfChanges()).toList();
  }

  /** By its name in settings and in the database, such as {@code korean-films}. */
  public static Optional<TitleList> named(String name) {
    return Arrays.stream(values()).filter(list -> list.word().equals(name)).findFirst();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Kind kind() {
    return kind;
  }

  public boolean isOfChanges() {
    return this == FILM_CHANGES || this == SERIES_CHANGES;
  }

  String query() {
    return query;
  }

  private static final class Query {
    static final String POPULAR =
        "sort_by=popularity.desc&include_adult=false&region=KR&language=ko-KR";

    static final String OFFERED = "watch_region=KR&with_watch_monetization_types=flatrate%7Cads&";
  }
}
