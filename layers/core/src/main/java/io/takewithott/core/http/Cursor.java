package io.takewithott.core.http;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Behind which row a page of a list begins that falls by a number and then by an id: {@code
 * 1795251600000000-1001}. Whoever makes one up gets a page that they could have asked for.
 */
public record Cursor(long key, long id) {
  /** Before the first row of any list. */
  public static final Cursor START = new Cursor(Long.MAX_VALUE, Long.MAX_VALUE);

  private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

  /**
   * From the query's {@code cursor}; the start where there is none.
   *
   * @throws AppException INVALID_VALUE
   */
  public static Cursor of(Request request) {
    Optional<String> given = request.query("cursor").filter(text -> !text.isEmpty());
    if (given.isEmpty()) {
      return START;
    }
    Matcher form = FORM.matcher(given.get());
    if (!form.matches()) {
      throw new AppException(
          ErrorCode.INVALID_VALUE,
          "The cursor is none of ours: begin again without one",
          Map.of("field", "cursor"));
    }
    return new Cursor(Long.parseLong(form.group(1)), Long.parseLong(form.group(2)));
  }

  @Override
  public String toString() {
    return key + "-" + id;
  }
}
