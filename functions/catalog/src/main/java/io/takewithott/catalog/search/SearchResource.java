package io.takewithott.catalog.search;

import io.takewithott.catalog.index.FoundStore;
import io.takewithott.catalog.index.FoundStore.Stored;
import io.takewithott.catalog.index.FoundStore.StoredLine;
import io.takewithott.catalog.index.FoundStore.StoredPerson;
import io.takewithott.catalog.index.FoundStore.StoredTitle;
import io.takewithott.catalog.index.LiveIndex;
import io.takewithott.catalog.index.Lookup;
import io.takewithott.catalog.lines.FoundLine;
import io.takewithott.catalog.lines.LineAnswer;
import io.takewithott.catalog.lines.LineFinder;
import io.takewithott.catalog.text.SearchText;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One box for everything. One database call, and twice a minute another that reads what has changed
 * since the index was made; suggestions ask the database for nothing.
 */
public final class SearchResource {
  /** Longer than any title; a line one remembers is shorter still. */
  static final int LONGEST = 200;

  private static final int PAGE = 20;

  /** Nobody turns ten pages: what comes later fits badly. */
  private static final int MOST_NAMES = 200;

  private static final int MOST_LINES = 5;
  private static final int SUGGESTIONS = 10;

  /** By type and id among equals, as the cursor goes. */
  private static final Comparator<SearchResult> ORDER =
      Comparator.comparingLong(SearchResult::millionths)
          .reversed()
          .thenComparing(SearchResult::type)
          .thenComparing(SearchResult::id);

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
    List<SearchResult> results = results(index.current(), query);
    List<SearchResult> rest =
        results.stream()
            .filter(result -> cursor.isEmpty() || cursor.get().isBefore(result))
            .toList();
    List<SearchResult> page = rest.stream().limit(PAGE).toList();
    Optional<String> next =
        rest.size() > PAGE
            ? Optional.of(SearchCursor.after(page.get(PAGE - 1)).text(query))
            : Optional.empty();
    return Response.ok(new SearchAnswer(query, page, next));
  }

  /** Names alone, out of memory. */
  public Response suggest(Request request) {
    String query = SearchText.of(request, LONGEST);
    List<Suggestion> suggestions =
        NameFinder.find(index.known(), query, SUGGESTIONS).stream().map(Suggestion::of).toList();
    return Response.ok(new SuggestAnswer(query, suggestions));
  }

  /** Has the index in memory before anybody asks. */
  public void warmUp() {
    NameFinder.find(index.known(), "실미도", SUGGESTIONS);
    LineFinder.find(index.known(), "날 쏘고 가라", MOST_LINES);
  }

  private List<SearchResult> results(Lookup lookup, String query) {
    List<FoundName> names = NameFinder.find(lookup, query, MOST_NAMES);
    List<FoundLine> lines = LineFinder.find(lookup, query, MOST_LINES);
    Stored stored =
        store.find(
            names.stream().filter(name -> !name.field().isPerson()).map(FoundName::owner).toList(),
            names.stream().filter(name -> name.field().isPerson()).map(FoundName::owner).toList(),
            lines.stream().map(FoundLine::lineId).toList());
    List<SearchResult> results = new ArrayList<>();
    Map<Long, StoredTitle> titles = new HashMap<>();
    stored.titles().forEach(title -> titles.put(title.titleId(), title));
    addNames(results, names, titles, stored.people());
    addLines(results, lines, titles, stored.lines());
    GenreName.find(query).forEach(genre -> results.add(SearchResult.of(genre)));
    results.sort(ORDER);
    return results;
  }

  private static void addNames(
      List<SearchResult> results,
      List<FoundName> names,
      Map<Long, StoredTitle> titles,
      List<StoredPerson> people) {
    Map<Long, StoredPerson> byId = new HashMap<>();
    people.forEach(person -> byId.put(person.personId(), person));
    for (FoundName name : names) {
      StoredTitle title = titles.get(name.owner());
      StoredPerson person = byId.get(name.owner());
      if (name.field().isPerson() && person != null) {
        results.add(SearchResult.of(person, name));
      } else if (!name.field().isPerson() && title != null) {
        results.add(SearchResult.of(title, name));
      }
    }
  }

  private static void addLines(
      List<SearchResult> results,
      List<FoundLine> lines,
      Map<Long, StoredTitle> titles,
      List<StoredLine> stored) {
    Map<Long, StoredLine> byId = new HashMap<>();
    stored.forEach(line -> byId.put(line.lineId(), line));
    for (FoundLine line : lines) {
      StoredLine known = byId.get(line.lineId());
      StoredTitle title = known == null ? null : titles.get(known.titleId());
      if (known != null && title != null) {
        results.add(
            SearchResult.of(LineAnswer.of(line, known.line(), known.speaker(), title), line));
      }
    }
  }

  /**
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
