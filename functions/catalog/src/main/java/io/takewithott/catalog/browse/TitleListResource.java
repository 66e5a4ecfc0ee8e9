package io.takewithott.catalog.browse;

import io.takewithott.catalog.browse.TitleListStore.Listed;
import io.takewithott.catalog.title.TitleCard;
import io.takewithott.core.http.Freshness;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Lists of titles, filtered, in one of several orders, page by page. One database call. A page
 * begins behind the last title of the one before, whatever came or went meanwhile; only what moves
 * across that place between two pages is seen twice or not at all.
 */
public final class TitleListResource {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final int DEFAULT_LIMIT = 40;

  /** A page of cards stays well under the Data API's 1 MiB. */
  private static final int MOST = 100;

  private final TitleListStore titles;
  private final InstantSource clock;

  public TitleListResource(TitleListStore titles, InstantSource clock) {
    this.titles = titles;
    this.clock = clock;
  }

  public Response list(Request request) {
    Queries query = new Queries(request);
    TitleFilter filter = TitleFilter.of(request);
    TitleSort sort = sort(query, filter);
    int limit = query.number("limit", 1, MOST).orElse(DEFAULT_LIMIT);
    String list = sort.code() + " " + filter;
    Optional<PageStart> start =
        request.query("cursor").map(cursor -> PageStart.of(cursor, list, sort));
    LocalDate today = LocalDate.ofInstant(clock.instant(), SEOUL);
    List<Listed> page = titles.page(filter, sort, start, limit + 1, today);
    List<Listed> shown = page.subList(0, Math.min(limit, page.size()));
    Optional<String> next =
        page.size() > limit
            ? Optional.of(shown.get(limit - 1).place().cursor(list))
            : Optional.empty();
    return Freshness.PUBLIC_MINUTE.of(
        request,
        Response.ok(new TitleList(sort.code(), shown.stream().map(Listed::card).toList(), next)));
  }

  private static TitleSort sort(Queries query, TitleFilter filter) {
    Released released = filter.released();
    TitleSort usual = released == null ? TitleSort.POPULARITY : released.sort();
    return query
        .matching(
            "sort",
            "popularity|rating|year|title|newest|soonest",
            "sort is popularity, rating, year, title, newest or soonest")
        .flatMap(TitleSort::of)
        .orElse(usual);
  }

  /**
   * @param next the cursor of the next page, if there is one
   */
  record TitleList(String sort, List<TitleCard> titles, Optional<String> next) {}
}
