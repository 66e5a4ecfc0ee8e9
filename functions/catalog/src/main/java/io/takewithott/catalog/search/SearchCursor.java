package io.takewithott.catalog.search;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last result of a page: the next page begins behind it, wherever that is by then.
 *
 * @param millionths of the score
 */
record SearchCursor(long millionths, String type, String id) {
  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{1,8})\\.(title|person|genre|line)\\.([a-z0-9]{1,19})\\.(-?[0-9]{1,11})");

  static SearchCursor after(SearchResult result) {
    return new SearchCursor(result.millionths(), result.type(), result.id());
  }

  /** Opaque, and good for the same query alone. */
  String text(String query) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            (millionths + "." + type + "." + id + "." + query.hashCode())
                .getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws AppException INVALID_VALUE when it is none, or of another query
   */
  static SearchCursor read(String text, String query) {
    try {
      String form = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      Matcher matcher = FORM.matcher(form);
      if (matcher.matches() && matcher.group(4).equals(String.valueOf(query.hashCode()))) {
        return new SearchCursor(
            Long.parseLong(matcher.group(1)), matcher.group(2), matcher.group(3));
      }
    } catch (IllegalArgumentException undecodable) {
      // Refused below, like everything that is no cursor.
    }
    throw new AppException(
        ErrorCode.INVALID_VALUE,
        "The cursor is not one of this search; leave it out to begin anew",
        Map.of("field", "cursor"));
  }

  /** Whether a result comes behind this one. */
  boolean isBefore(SearchResult result) {
    if (result.millionths() != millionths) {
      return result.millionths() < millionths;
    }
    int byType = type.compareTo(result.type());
    return byType != 0 ? byType < 0 : id.compareTo(result.id()) < 0;
  }
}
