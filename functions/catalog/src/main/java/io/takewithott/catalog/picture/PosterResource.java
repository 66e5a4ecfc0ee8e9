package io.takewithott.catalog.picture;

import io.takewithott.catalog.picture.PosterStore.Subject;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Freshness;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Posters. Of any title, by one database call: drawn, or where it is. A stored one has an address
 * of its own, and is one object read.
 */
public final class PosterResource {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,80}\\.(jpg|png|webp)");
  private static final Map<String, String> TYPES =
      Map.of("jpg", "image/jpeg", "png", "image/png", "webp", "image/webp");
  private static final String TMDB = "https://image.tmdb.org/t/p/w342";

  private final PosterStore posters;
  private final Media media;

  public PosterResource(PosterStore posters, Media media) {
    this.posters = posters;
    this.media = media;
  }

  public Response ofTitle(Request request) {
    long titleId = request.pathId("id");
    Subject subject = posters.find(titleId).orElseThrow(PosterResource::nothingThere);
    if (subject.posterKey() != null) {
      return moved("/posters/" + subject.posterKey());
    }
    if (subject.posterPath() != null) {
      return moved(TMDB + subject.posterPath());
    }
    byte[] svg = DrawnPoster.svg(subject).getBytes(StandardCharsets.UTF_8);
    return Freshness.PUBLIC_DAY.of(
        request, inert(Response.bytes(200, "image/svg+xml; charset=utf-8", svg)));
  }

  public Response stored(Request request) {
    String name = request.pathParameter("name");
    if (!NAME.matcher(name).matches()) {
      throw nothingThere();
    }
    byte[] bytes = media.read("posters/" + name).orElseThrow(PosterResource::nothingThere);
    String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "image/jpeg");
    return Freshness.PUBLIC_DAY.of(request, inert(Response.bytes(200, type, bytes)));
  }

  private static Response moved(String to) {
    return new Response(
        302,
        Map.of("location", to, "cache-control", "public, max-age=3600"),
        List.of(),
        new byte[0]);
  }

  /** Opened by itself it runs and loads nothing. */
  private static Response inert(Response response) {
    return response
        .withHeader("x-content-type-options", "nosniff")
        .withHeader(
            "content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  }

  private static AppException nothingThere() {
    return new AppException(ErrorCode.NOT_FOUND, "There is no such poster");
  }
}
