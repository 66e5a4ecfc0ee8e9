package io.takewithott.catalog;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.util.List;
import java.util.Map;

/** Lists and details of titles. One database call each. */
final class TitleResource {
  private static final int DEFAULT_LIMIT = 40;

  /** A page of cards stays well under the Data API's 1 MiB. */
  private static final int MOST = 100;

  private static final int LONGEST_SEARCH = 100;

  private final TitleStore titles;

  TitleResource(TitleStore titles) {
    this.titles = titles;
  }

  Response list(Request request) {
    String text = request.query("q").orElse("").strip();
    if (text.length() > LONGEST_SEARCH) {
      throw invalid("q", "Search for at most " + LONGEST_SEARCH + " characters");
    }
    int limit = request.query("limit").map(TitleResource::limit).orElse(DEFAULT_LIMIT);
    return Response.ok(new TitleList(titles.search(text, limit)));
  }

  Response detail(Request request) {
    long titleId = request.pathId("id");
    return Response.ok(
        titles
            .detail(titleId)
            .orElseThrow(
                () ->
                    new AppException(
                        ErrorCode.NOT_FOUND, "There is no title with the id " + titleId)));
  }

  private static int limit(String text) {
    if (text.matches("[0-9]{1,3}")) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    }
    throw invalid("limit", "A page holds 1 to " + MOST + " titles");
  }

  private static AppException invalid(String field, String message) {
    return new AppException(ErrorCode.INVALID_VALUE, message, Map.of("field", field));
  }

  record TitleList(List<TitleCard> titles) {}
}
