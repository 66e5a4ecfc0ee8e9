package io.takewithott.catalog.importing;

import io.takewithott.catalog.tmdb.TitleFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a title that two sources describe. What TMDB brought is as TMDB has it now. A
 * title that came from elsewhere keeps its own words, and TMDB fills in what is missing: a Korean
 * name where there was none among it. Where it can be watched, its pictures and its trailers are
 * TMDB's to say in either case.
 */
final class Merging {
  private Merging() {}

  static TitleFacts of(TitleFacts tmdb, KnownTitle known) {
    return known.isOurs() ? tmdb : filled(known.facts(), tmdb);
  }

  private static TitleFacts filled(TitleFacts own, TitleFacts tmdb) {
    boolean named = own.hasKoreanName() || !tmdb.hasKoreanName();
    return new TitleFacts(
        named ? own.title() : tmdb.title(),
        own.originalTitle(),
        or(own.englishTitle(), tmdb.englishTitle()),
        or(own.year(), tmdb.year()),
        or(own.releaseDate(), tmdb.releaseDate()),
        or(own.runtimeMinutes(), tmdb.runtimeMinutes()),
        or(own.ageRating(), tmdb.ageRating()),
        own.countries().isEmpty() ? tmdb.countries() : own.countries(),
        or(own.synopsis(), tmdb.synopsis()),
        or(own.synopsisEnglish(), tmdb.synopsisEnglish()),
        tmdb.posterKey(),
        tmdb.posterPath(),
        tmdb.backdropPath(),
        or(own.genres(), tmdb.genres()),
        or(own.keywords(), tmdb.keywords()),
        or(own.credits(), tmdb.credits()),
        tmdb.services(),
        tmdb.clips());
  }

  private static <T> @Nullable T or(@Nullable T own, @Nullable T other) {
    return own == null ? other : own;
  }

  private static <T> List<T> or(List<T> own, List<T> other) {
    return own.isEmpty() ? other : own;
  }
}
