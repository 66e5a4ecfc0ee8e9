package io.takewithott.catalog.text;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import java.util.Map;

/** What was typed, as far as it is looked at. */
public final class SearchText {
  private SearchText() {}

  /**
   * The parameter {@code q} without what nobody types: control characters and the like.
   *
   * @throws AppException INVALID_VALUE when there is none, or it is too long
   */
  public static String of(Request request, int longest) {
    String text = request.query("q").orElseThrow(() -> invalid("q says what to look for"));
    if (text.length() > longest) {
      throw invalid("Search for at most " + longest + " characters");
    }
    return text.replaceAll("\\p{Cf}", "").replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  private static AppException invalid(String message) {
    return new AppException(ErrorCode.INVALID_VALUE, message, Map.of("field", "q"));
  }
}
