package io.takewithott.catalog.lines;

import io.takewithott.catalog.index.FoundStore;
import io.takewithott.catalog.index.FoundStore.Stored;
import io.takewithott.catalog.index.FoundStore.StoredLine;
import io.takewithott.catalog.index.FoundStore.StoredTitle;
import io.takewithott.catalog.index.LiveIndex;
import io.takewithott.catalog.text.SearchText;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which film a line is from. One database call if anything was found, and twice a minute another
 * that reads what has changed since the index was made.
 */
public final class LineResource {
  private static final int MOST = 5;

  private final LiveIndex index;
  private final FoundStore store;

  public LineResource(LiveIndex index, FoundStore store) {
    this.index = index;
    this.store = store;
  }

  /**
   * Typed or spoken: a line that was spoken ({@code spoken=true}) is looked for in the same way.
   */
  public Response find(Request request) {
    request.query("spoken").ifPresent(LineResource::checkFlag);
    String query = SearchText.of(request, LineQuery.LONGEST);
    if (LineQuery.of(query).readings().isEmpty()) {
      return Response.ok(new LinesAnswer(query, List.of(), Optional.of(Nothing.TOO_SHORT)));
    }
    List<FoundLine> found = LineFinder.find(index.current(), query, MOST);
    List<LineAnswer> lines = found.isEmpty() ? List.of() : answers(found);
    return Response.ok(
        new LinesAnswer(
            query, lines, lines.isEmpty() ? Optional.of(Nothing.NOTHING_CLOSE) : Optional.empty()));
  }

  private List<LineAnswer> answers(List<FoundLine> found) {
    Stored stored =
        store.find(List.of(), List.of(), found.stream().map(FoundLine::lineId).toList());
    Map<Long, StoredTitle> titles = new HashMap<>();
    stored.titles().forEach(title -> titles.put(title.titleId(), title));
    Map<Long, StoredLine> lines = new HashMap<>();
    stored.lines().forEach(line -> lines.put(line.lineId(), line));
    return found.stream()
        .flatMap(
            line -> {
              StoredLine known = lines.get(line.lineId());
              StoredTitle title = known == null ? null : titles.get(known.titleId());
              return known == null || title == null
                  ? Stream.empty()
                  : Stream.of(LineAnswer.of(line, known.line(), known.speaker(), title));
            })
        .toList();
  }

  private static void checkFlag(String spoken) {
    if (!spoken.equals("true") && !spoken.equals("false")) {
      throw new AppException(
          ErrorCode.INVALID_VALUE, "spoken is true or false", Map.of("field", "spoken"));
    }
  }

  /** Why there is no line. */
  enum Nothing {
    /** Fewer sounds than two syllables. */
    TOO_SHORT,
    /** No line is close enough to what was said to be shown. */
    NOTHING_CLOSE
  }

  /**
   * @param nothing why there are no lines, if there are none
   */
  record LinesAnswer(String query, List<LineAnswer> lines, Optional<Nothing> nothing) {}
}
