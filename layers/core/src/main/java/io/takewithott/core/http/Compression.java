package io.takewithott.core.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes what is read shorter on its way: nobody after a function does. A home page becomes a
 * seventh. What is answered to a write is short, and may hold a token beside what was sent: its
 * length tells nothing as long as it stays as it is.
 */
final class Compression {
  /** Fits into one packet either way. */
  private static final int LEAST_BYTES = 1_400;

  private static final Pattern TAKES_GZIP =
      Pattern.compile("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");

  private Compression() {}

  /**
   * @param accepted the request's header {@code accept-encoding}
   */
  static Response of(Response response, String method, @Nullable String accepted) {
    if (!method.equals("GET")
        || response.body().length < LEAST_BYTES
        || response.headers().containsKey("content-encoding")
        || !response.headers().getOrDefault("content-type", "").startsWith("application/json")) {
      return response;
    }
    // Whoever else an answer depends on stays: it may be one person's own.
    String also = response.headers().get("vary");
    Response varying =
        response.withHeader("vary", also == null ? "accept-encoding" : also + ", accept-encoding");
    return accepted != null && TAKES_GZIP.matcher(accepted).matches()
        ? compressed(varying)
        : varying;
  }

  /** Other bytes than those that the ETag names, and the same answer: a weak ETag says so. */
  private static Response compressed(Response response) {
    String tag = response.headers().get("etag");
    Response named =
        tag == null || tag.startsWith("W/") ? response : response.withHeader("etag", "W/" + tag);
    return new Response(named.status(), named.headers(), named.cookies(), compress(named.body()))
        .withHeader("content-encoding", "gzip");
  }

  private static byte[] compress(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return compressed.toByteArray();
  }
}
