package io.takewithott.catalog.browse;

import io.takewithott.core.http.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which titles a list holds. What is null or empty does not matter; everything else must hold.
 *
 * @param text within a name, in any language
 * @param genres all of them
 * @param ageAtMost 0, 12, 15 or 19; what has no rating counts as 19
 * @param esteem thousandths of half stars
 */
record TitleFilter(
    @Nullable String text,
    List<String> genres,
    @Nullable String kind,
    @Nullable Integer yearFrom,
    @Nullable Integer yearTo,
    @Nullable Integer ageAtMost,
    @Nullable Integer runtimeFrom,
    @Nullable Integer runtimeTo,
    @Nullable String service,
    @Nullable Integer esteem,
    @Nullable String country,
    @Nullable Released released) {

  private static final int LONGEST_TEXT = 100;
  private static final int MOST_GENRES = 5;
  private static final int FIRST_YEAR = 1870;
  private static final int LAST_YEAR = 2100;
  private static final int LONGEST_MINUTES = 6000;
  private static final int ESTEEM_OF_A_STAR = 2000;

  TitleFilter {
    genres = List.copyOf(genres);
  }

  static TitleFilter of(Request request) {
    Queries query = new Queries(request);
    return new TitleFilter(
        query.text("q", LONGEST_TEXT).orElse(null),
        query.matching("genre", "[a-z-]{1,30}(,[a-z-]{1,30}){0," + (MOST_GENRES - 1) + "}",
                "genre names 1 to 5 genres, separated by commas")
            .map(genres -> Arrays.stream(genres.split(",")).distinct().toList())
            .orElse(List.of()),
        query.matching("kind", "film|series", "kind is film or series").orElse(null),
        query.number("yearFrom", FIRST_YEAR, LAST_YEAR).orElse(null),
        query.number("yearTo", FIRST_YEAR, LAST_YEAR).orElse(null),
        ageAtMost(query).orElse(null),
        query.number("runtimeFrom", 1, LONGEST_MINUTES).orElse(null),
        query.number("runtimeTo", 1, LONGEST_MINUTES).orElse(null),
        query.matching("service", "[a-z0-9-]{1,40}", "service is the key of a service").orElse(null),
        query.matching("rating", "[0-4](\\.[0-9])?|5(\\.0)?", "rating goes from 0 to 5 stars, with one decimal")
            .map(stars -> (int) Math.round(Double.parseDouble(stars) * ESTEEM_OF_A_STAR))
            .orElse(null),
        query.matching("country", "[A-Z]{2}", "country is an ISO 3166 code such as KR").orElse(null),
        query.matching("released", "new|upcoming", "released is new or upcoming")
            .flatMap(Released::of)
            .orElse(null));
  }

  static Optional<Integer> ageAtMost(Queries query) {
    return query
        .matching("ageAtMost", "all|12|15|19", "ageAtMost is all, 12, 15 or 19")
        .map(age -> age.equals("all") ? 0 : Integer.parseInt(age));
  }
}
