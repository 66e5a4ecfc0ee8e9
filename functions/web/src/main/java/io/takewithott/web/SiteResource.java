package io.takewithott.web;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;

/**
 * Serves the page at every address that is nobody else's, and what it is made of. Assets bear a
 * hash in their names and are kept for good; everything else is asked for again, and mostly hears
 * 304.
 */
final class SiteResource {
  private static final String FOR_GOOD = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";

  private final SiteFiles files;
  private final String contentSecurityPolicy;

  SiteResource(SiteFiles files, ContentSecurityPolicy contentSecurityPolicy) {
    this.files = files;
    this.contentSecurityPolicy = contentSecurityPolicy.header();
  }

  Response page(Request request) {
    return serve(request, files.page(), ASK_AGAIN)
        .withHeader("content-security-policy", contentSecurityPolicy)
        .withHeader(
            "permissions-policy",
            "microphone=(self), camera=(), geolocation=(), browsing-topics=()")
        .withHeader("cross-origin-opener-policy", "same-origin-allow-popups")
        .withHeader("x-frame-options", "DENY");
  }

  Response asset(Request request) {
    SiteFile file = files.asset(request.pathParameter("file")).orElseThrow(SiteResource::nothing);
    return serve(request, file, FOR_GOOD);
  }

  /**
   * Whatever no other route answers: a file that belongs at the root, or an address of a page,
   * which the page itself knows what to do with. A program that asks for data there hears that
   * there is none.
   */
  Response anything(Request request) {
    String path = request.pathParameter("page");
    if (path.contains(".")) {
      return serve(request, files.atTheRoot(path).orElseThrow(SiteResource::nothing), ASK_AGAIN);
    }
    if (!takesPages(request)) {
      throw nothing();
    }
    return page(request);
  }

  private static boolean takesPages(Request request) {
    String accepted = request.listHeader("accept").orElse("*/*");
    return accepted.contains("text/html") || accepted.contains("*/*");
  }

  private static Response serve(Request request, SiteFile file, String cacheControl) {
    boolean compressed = file.isCompressed() && takesGzip(request);
    String etag = '"' + file.etag() + (compressed ? "-gzip\"" : "\"");
    boolean known = request.listHeader("if-none-match").filter(etag::equals).isPresent();
    byte[] body = known ? new byte[0] : compressed ? file.compressed() : file.bytes();
    Response response =
        Response.bytes(known ? 304 : 200, file.contentType(), body)
            .withHeader("etag", etag)
            .withHeader("cache-control", cacheControl)
            .withHeader("vary", "accept-encoding")
            .withHeader("x-content-type-options", "nosniff")
            .withHeader("referrer-policy", "no-referrer");
    return compressed && !known ? response.withHeader("content-encoding", "gzip") : response;
  }

  private static boolean takesGzip(Request request) {
    String accepted = request.listHeader("accept-encoding").orElse("");
    return accepted.matches("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
  }

  private static AppException nothing() {
    return new AppException(ErrorCode.NOT_FOUND, "There is nothing at this address");
  }
}
