package io.takewithott.catalog.picture;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Freshness;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Our own clips, whole or in pieces as players ask for them (RFC 9110, 14). No database call, one
 * object read.
 */
public final class ClipResource {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,80}\\.(webm|mp4)");

  private final Media media;

  public ClipResource(Media media) {
    this.media = media;
  }

  public Response clip(Request request) {
    String name = request.pathParameter("name");
    if (!NAME.matcher(name).matches()) {
      throw nothingThere();
    }
    byte[] bytes = media.read("clips/" + name).orElseThrow(ClipResource::nothingThere);
    String type = name.endsWith(".webm") ? "video/webm" : "video/mp4";
    Response whole = Freshness.PUBLIC_DAY.of(request, Response.bytes(200, type, bytes));
    Optional<String> range = request.listHeader("range").filter(asked -> applies(request, whole));
    return (whole.status() == 200
            ? range.map(asked -> piece(whole, asked)).orElse(whole)
            : whole)
        .withHeader("accept-ranges", "bytes")
        .withHeader("x-content-type-options", "nosniff");
  }

  /** A piece of another version is of no use to somebody who has pieces of this one. */
  private static boolean applies(Request request, Response whole) {
    return request
        .header("if-range")
        .map(tag -> tag.equals(whole.headers().get("etag")))
        .orElse(true);
  }

  private static Response piece(Response whole, String asked) {
    int length = whole.body().length;
    ByteRange range = ByteRange.parse(asked, length);
    if (range.isWhole()) {
      return whole;
    }
    if (!range.isSatisfiable()) {
      return new Response(
          416, Map.of("content-range", "bytes */" + length), whole.cookies(), new byte[0]);
    }
    byte[] bytes = Arrays.copyOfRange(whole.body(), range.first(), range.last() + 1);
    return new Response(206, whole.headers(), whole.cookies(), bytes)
        .withHeader(
            "content-range", "bytes " + range.first() + "-" + range.last() + "/" + length);
  }

  private static AppException nothingThere() {
    return new AppException(ErrorCode.NOT_FOUND, "There is no such clip");
  }
}
