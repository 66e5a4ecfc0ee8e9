package io.takewithott.web;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.net.URI;
import java.util.Optional;

/** Serves the page and its assets; a browser asks again each time and mostly hears 304. */
final class SiteResource {
  /**
   * A photo is shown from this site, as {@code blob:} before it is uploaded; it goes straight into
   * the bucket, from which nothing is ever read by a page.
   */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " connect-src 'self' %s%s; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private final SiteFiles files;
  private final String contentSecurityPolicy;

  /**
   * @param uploadHost where a page may put a photo
   * @param sockets where it may open WebSockets, besides its own address
   */
  SiteResource(SiteFiles files, String uploadHost, Optional<URI> sockets) {
    this.files = files;
    this.contentSecurityPolicy =
        CONTENT_SECURITY_POLICY.formatted(
            uploadHost,
            sockets.map(each -> " " + each.getScheme() + "://" + each.getAuthority()).orElse(""));
  }

  Response page(Request request) {
    return serve(request, "index.html")
        .withHeader("content-security-policy", contentSecurityPolicy)
        .withHeader("x-frame-options", "DENY");
  }

  Response asset(Request request) {
    return serve(request, request.pathParameter("file"));
  }

  private Response serve(Request request, String name) {
    SiteFile file =
        files
            .find(name)
            .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "There is no such file"));
    boolean unchanged = request.header("if-none-match").filter(file.etag()::equals).isPresent();
    Response response =
        unchanged
            ? Response.bytes(304, file.contentType(), new byte[0])
            : Response.bytes(200, file.contentType(), file.bytes());
    return response
        .withHeader("etag", file.etag())
        .withHeader("cache-control", "no-cache")
        .withHeader("x-content-type-options", "nosniff")
        .withHeader("referrer-policy", "no-referrer");
  }
}
