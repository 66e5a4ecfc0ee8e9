package io.takewithott.payment.request;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of requests, checked. */
public final class Given {
  private Given() {}

  /** Text of at most so many characters, without what is no character. */
  public static String text(String field, @Nullable String text, int most) {
    String stripped = text == null ? "" : text.strip();
    boolean odd = stripped.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n');
    if (stripped.isEmpty() || odd || stripped.codePointCount(0, stripped.length()) > most) {
      throw refused(field, "Write 1 to " + most + " characters");
    }
    return stripped;
  }

  public static int number(String field, @Nullable Integer number, int least, int most) {
    if (number == null || number < least || number > most) {
      throw refused(field, "Give a whole number from " + least + " to " + most);
    }
    return number;
  }

  /** A whole number in the query. */
  public static Optional<Integer> number(Request request, String field, int least, int most) {
    return request
        .query(field)
        .map(
            text ->
                number(
                    field, text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : null, least, most));
  }

  /** Where a page begins: the id that the page before ended with. */
  public static long cursor(Request request, long otherwise) {
    String text = request.query("after").orElse("");
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw refused("after", "A page begins after an id");
    }
    return Long.parseLong(text);
  }

  /** An id in the query; 0 when there is none. */
  public static long id(Request request, String field) {
    String text = request.query(field).orElse("0");
    if (!text.matches("[0-9]{1,18}")) {
      throw refused(field, "This is no id");
    }
    return Long.parseLong(text);
  }

  public static AppException refused(String field, String message) {
    return new AppException(ErrorCode.INVALID_VALUE, message, Map.of("field", field));
  }
}
