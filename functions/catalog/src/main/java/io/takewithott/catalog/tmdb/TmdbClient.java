package io.takewithott.catalog.tmdb;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.catalog.tmdb.TmdbException.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** TMDB's calls, typed. Each throws {@link TmdbException} when it is not answered. */
public final class TmdbClient {
  private static final String APPENDED =
      "videos,credits,keywords,watch/providers,external_ids,translations,";

  private static final String DETAIL_QUERY =
      "?language=ko-KR&include_video_language=ko,en&append_to_response=" + APPENDED;

  private static final String POSTER_SIZE = "w500";

  /** A poster of that size has about a hundred kilobytes. */
  private static final int LARGEST_PICTURE_BYTES = 2 << 20;

  /** A page of a list has twenty titles, one of changes a hundred. */
  private static final int MOST_TITLES_A_PAGE = 200;

  private final TmdbCalls calls;

  /**
   * @param closed is told until when TMDB does not want to be called
   */
  public TmdbClient(
      TmdbConfig config,
      Token token,
      Pace pace,
      InstantSource clock,
      RandomGenerator random,
      Consumer<Instant> closed) {
    this.calls =
        new TmdbCalls(
            new TmdbHttp(token, config.standIn(), config.timeout()), pace, clock, random, closed);
  }

  public ListedPage page(TitleList list, int page) {
    return listed(list, list.query() + "&page=" + page);
  }

  /** What was changed on these days, both included. */
  public ListedPage changes(TitleList list, LocalDate from, LocalDate to, int page) {
    return listed(list, list.query() + "start_date=" + from + "&end_date=" + to + "&page=" + page);
  }

  /** The title with everything; nothing where TMDB has none, or none that we show. */
  public Answer title(TitleKey key) {
    String ratings = key.kind() == Kind.FILM ? "release_dates" : "content_ratings";
    Optional<JsonNode> node =
        calls.json(key.kind().path() + "/" + key.tmdbId() + DETAIL_QUERY + ratings);
    if (node.isEmpty()) {
      return new Answer(Optional.empty(), true);
    }
    return new Answer(TitleReading.of(node.get(), key), false);
  }

  /** A poster's bytes, by the path that a title has. */
  public Optional<byte[]> poster(String path) {
    return calls.picture(POSTER_SIZE + path, LARGEST_PICTURE_BYTES);
  }

  /** What was done since this was asked last. */
  public CallCounts takeCounts() {
    return calls.takeCounts();
  }

  private ListedPage listed(TitleList list, String path) {
    JsonNode node =
        calls
            .json(path)
            .orElseThrow(() -> new TmdbException(Reason.REFUSED, "There is no such list"));
    JsonNode results = node.path("results");
    if (!results.isArray() || results.size() > MOST_TITLES_A_PAGE) {
      throw new TmdbException(Reason.ODD, "The answer is no page of a list");
    }
    List<TitleKey> titles = new ArrayList<>();
    for (JsonNode result : results) {
      long id = result.path("id").asLong();
      if (id >= 1 && id <= Integer.MAX_VALUE && !result.path("adult").asBoolean()) {
        titles.add(new TitleKey(list.kind(), id));
      }
    }
    return new ListedPage(
        titles, Math.max(1, Math.min(TitleList.MOST_PAGES, node.path("total_pages").asInt(1))));
  }

  /**
   * @param title absent also where it is one that we do not show
   * @param gone whether TMDB knows none of that number
   */
  public record Answer(Optional<FoundTitle> title, boolean gone) {}
}
