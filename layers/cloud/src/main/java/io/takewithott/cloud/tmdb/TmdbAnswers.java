package io.takewithott.cloud.tmdb;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the API answers when all is well. */
final class TmdbAnswers {
  private static final Pattern DETAIL = Pattern.compile("(movie|tv)/([0-9]{1,12})");
  private static final int A_PAGE = 20;
  private static final int CHANGES_A_PAGE = 100;
  private static final int MOST_PAGES = 500;
  private static final int LONGEST_WINDOW_DAYS = 14;

  /** Lists move while they are read: some of their pages are empty. */
  private static final int GAP_EVERY = 13;

  private final ObjectMapper mapper = new ObjectMapper();
  private final TmdbBook book;
  private final TmdbDetail detail = new TmdbDetail(mapper);

  TmdbAnswers(TmdbBook book) {
    this.book = book;
  }

  TmdbAnswer of(String path, Map<String, String> query) {
    Matcher title = DETAIL.matcher(path);
    if (title.matches()) {
      Optional<TmdbTitle> found = book.find(title.group(1), Long.parseLong(title.group(2)));
      return found
          .map(one -> TmdbAnswer.json(200, detail.of(one, query)))
          .orElseGet(TmdbAnswer::notFound);
    }
    return switch (path) {
      case "discover/movie" -> list("movie", query);
      case "discover/tv" -> list("tv", query);
      case "movie/changes" -> changes("movie", query);
      case "tv/changes" -> changes("tv", query);
      default -> TmdbAnswer.notFound();
    };
  }

  private TmdbAnswer list(String kind, Map<String, String> query) {
    Predicate<TmdbTitle> filter =
        query.containsKey("watch_region")
            ? title -> !title.providers().isEmpty()
            : title ->
                title
                    .language()
                    .equals(query.getOrDefault("with_original_language", title.language()));
    List<TmdbTitle> all = book.popular(kind, filter);
    int page = page(query);
    boolean gap = !query.containsKey("with_original_language") && page % GAP_EVERY == 0;
    ObjectNode answer = head(page, Math.min(MOST_PAGES, pages(all.size(), A_PAGE)), all.size());
    ArrayNode results = answer.putArray("results");
    for (TmdbTitle title : gap ? List.<TmdbTitle>of() : part(all, page, A_PAGE)) {
      results
          .addObject()
          .put("id", title.id())
          .put("adult", title.adult())
          .put("popularity", title.popularity());
    }
    return TmdbAnswer.json(200, answer);
  }

  private TmdbAnswer changes(String kind, Map<String, String> query) {
    LocalDate from = LocalDate.parse(query.getOrDefault("start_date", "1900-01-01"));
    LocalDate to = LocalDate.parse(query.getOrDefault("end_date", "2999-01-01"));
    if (ChronoUnit.DAYS.between(from, to) > LONGEST_WINDOW_DAYS) {
      return TmdbAnswer.error(422, 20, "The range is greater than 14 days.");
    }
    List<TmdbTitle> all =
        book.popular(
            kind, title -> !title.changedOn().isBefore(from) && !title.changedOn().isAfter(to));
    int page = page(query);
    ObjectNode answer = head(page, pages(all.size(), CHANGES_A_PAGE), all.size());
    ArrayNode results = answer.putArray("results");
    part(all, page, CHANGES_A_PAGE)
        .forEach(title -> results.addObject().put("id", title.id()).put("adult", title.adult()));
    return TmdbAnswer.json(200, answer);
  }

  private ObjectNode head(int page, int pages, int total) {
    return mapper
        .createObjectNode()
        .put("page", page)
        .put("total_pages", pages)
        .put("total_results", total);
  }

  private static List<TmdbTitle> part(List<TmdbTitle> all, int page, int size) {
    int from = Math.min(all.size(), (page - 1) * size);
    return all.subList(from, Math.min(all.size(), from + size));
  }

  private static int pages(int titles, int size) {
    return Math.max(1, (titles + size - 1) / size);
  }

  private static int page(Map<String, String> query) {
    String page = query.getOrDefault("page", "1");
    return page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1;
  }
}
