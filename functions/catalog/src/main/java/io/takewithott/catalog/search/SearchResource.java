package io.takewithott.catalog.search;

import io.takewithott.catalog.index.FoundStore;
import io.takewithott.catalog.index.LiveIndex;
import io.takewithott.catalog.index.Lookup;
import io.takewithott.catalog.lines.LineFinder;
import io.takewithott.catalog.text.SearchText;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One box for everything. One database call for the page that is shown, and twice a minute another
 * that reads what has changed since the index was made; suggestions ask the database for nothing.
 */
public final class SearchResource {
  /** Longer than any title; a line one remembers is shorter still. */
  static final int LONGEST = 200;

  private static final int PAGE = 20;

  /** Nobody turns ten pages: what comes later fits badly. */
  private static final int MOST_NAMES = 200;

  private static final int MOST_LINES = 5;
  private static final int SUGGESTIONS = 10;

  /** Whoever takes a letter back is not kept waiting for what they saw a moment ago. */
  private static final String KEPT_BY_BROWSERS = "public, max-age=30";

  private final LiveIndex index;
  private final FoundStore store;

  public SearchResource(LiveIndex index, FoundStore store) {
    this.index = index;
    this.store = store;
  }

  public Response search(Request request) {
    String query = SearchText.of(request, LONGEST);
    Optional<SearchCursor> cursor =
        request.query("cursor").map(text -> SearchCursor.read(text, query));
    if (query.isEmpty()) {
      return Response.ok(new SearchAnswer(query, List.of(), Optional.empty()));
    }
    List<Hit> rest =
        hits(index.current(), query).stream()
            .filter(hit -> cursor.isEmpty() || cursor.get().isBefore(hit))
            .toList();
    List<Hit> page = rest.stream().limit(PAGE).toList();
    Optional<String> next =
        rest.size() > PAGE
            ? Optional.of(SearchCursor.after(page.get(PAGE - 1)).text(query))
            : Optional.empty();
    return Response.ok(new SearchAnswer(query, Shown.of(page, store), next));
  }

  /** Names alone, out of memory. */
  public Response suggest(Request request) {
    String query = SearchText.of(request, LONGEST);
    List<Suggestion> suggestions =
        NameFinder.find(index.known(), query, SUGGESTIONS).stream().map(Suggestion::of).toList();
    return Response.ok(new SuggestAnswer(query, suggestions))
        .withHeader("cache-control", KEPT_BY_BROWSERS);
  }

  /** Has the index in memory before anybody asks. */
  public void warmUp() {
    NameFinder.find(index.known(), "실미도", SUGGESTIONS);
    LineFinder.find(index.known(), "날 쏘고 가라", MOST_LINES);
  }

  private static List<Hit> hits(Lookup lookup, String query) {
    List<Hit> hits = new ArrayList<>();
    NameFinder.find(lookup, query, MOST_NAMES).forEach(name -> hits.add(Hit.of(name)));
    LineFinder.find(lookup, query, MOST_LINES).forEach(line -> hits.add(Hit.of(line)));
    GenreName.find(query).forEach(genre -> hits.add(Hit.of(genre)));
    hits.sort(Hit.ORDER);
    return hits;
  }

  /**
   * @param results at most a page; what is gone from the database is left out
   * @param next the cursor of the next page, if there is one
   */
  record SearchAnswer(String query, List<SearchResult> results, Optional<String> next) {}

  record SuggestAnswer(String query, List<Suggestion> suggestions) {}

  /**
   * @param id of the title or the person
   */
  record Suggestion(String type, long id, SearchResult.Match match) {
    static Suggestion of(FoundName found) {
      return new Suggestion(
          found.field().isPerson() ? "person" : "title",
          found.owner(),
          SearchResult.Match.of(found));
    }
  }
}
