package io.takewithott.core.http;

import io.takewithott.core.objects.Checksum;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * By whom an answer may be kept and for how long, and whether the caller has it already: an ETag of
 * what it says, and 304 to who names it (RFC 9110, 13.1.2).
 */
public enum Freshness {
  /** What changes with a deployment or an import. */
  PUBLIC_DAY("public, max-age=86400, stale-while-revalidate=604800"),
  /** What changes now and then, and may be seen late. */
  PUBLIC_HOUR("public, max-age=3600, stale-while-revalidate=86400"),
  /** What moves with what people do. */
  PUBLIC_MINUTE("public, max-age=60, stale-while-revalidate=300"),
  /** What is one person's own: kept by their browser alone, and asked for every time. */
  PRIVATE("private, no-cache");

  /** Half of a SHA-256: nobody finds two answers with the same by chance. */
  private static final int TAG_CHARACTERS = 32;

  private final String cacheControl;

  Freshness(String cacheControl) {
    this.cacheControl = cacheControl;
  }

  /** The answer, or that the caller has it. */
  public Response of(Request request, Response answer) {
    String tag = tag(answer.body());
    Response fresh =
        request.listHeader("if-none-match").filter(known -> names(known, tag)).isPresent()
            ? new Response(304, Map.of(), answer.cookies(), new byte[0])
            : answer;
    return fresh.withHeader("etag", tag).withHeader("cache-control", cacheControl);
  }

  static String tag(byte[] body) {
    return '"' + Checksum.sha256(body).substring(0, TAG_CHARACTERS) + '"';
  }

  private static boolean names(String ifNoneMatch, String tag) {
    List<String> known =
        Arrays.stream(ifNoneMatch.split(",")).map(String::strip).map(Freshness::strong).toList();
    return known.contains("*") || known.contains(tag);
  }

  /** A cache that compressed the answer on its way says that it is only as good as the same. */
  private static String strong(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
