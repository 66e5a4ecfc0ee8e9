package io.takewithott.catalog.browse;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.objects.Checksum;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Behind which title a page begins: its key in the list's order, and its id. As a cursor it is
 * bound to its list by a checksum, so that a cursor of another list, or one that was cut or
 * changed, is refused instead of showing some other page. It holds no secret and opens nothing:
 * whoever computes one gets a page that they could have asked for.
 */
record PageStart(String key, long titleId) {
  private static final int SUM_CHARACTERS = 16;

  /** A name of 100 characters in three bytes each, in Base64. */
  private static final int LONGEST_CURSOR = 1000;

  private static final Pattern CONTENT =
      Pattern.compile("([0-9a-f]{16})\\.([1-9][0-9]{0,17})\\.(.*)", Pattern.DOTALL);

  /**
   * @param list says which list it is, with its filters and its order
   */
  String cursor(String list) {
    String content = titleId + "." + key;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((sum(list, content) + "." + content).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws AppException MALFORMED_REQUEST for anything that is no cursor of that list
   */
  static PageStart of(String cursor, String list, TitleSort sort) {
    Matcher content = CONTENT.matcher(decoded(cursor));
    if (!content.matches()) {
      throw refused();
    }
    PageStart start = new PageStart(content.group(3), Long.parseLong(content.group(2)));
    if (!sum(list, start.titleId + "." + start.key).equals(content.group(1))
        || !sort.accepts(start.key)) {
      throw refused();
    }
    return start;
  }

  private static String decoded(String cursor) {
    if (cursor.length() > LONGEST_CURSOR) {
      throw refused();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException noCursor) {
      throw refused();
    }
  }

  private static String sum(String list, String content) {
    return Checksum.sha256((list + "\n" + content).getBytes(StandardCharsets.UTF_8))
        .substring(0, SUM_CHARACTERS);
  }

  private static AppException refused() {
    return new AppException(
        ErrorCode.MALFORMED_REQUEST,
        "The cursor is none of this list: begin again without one",
        Map.of("field", "cursor"));
  }
}
