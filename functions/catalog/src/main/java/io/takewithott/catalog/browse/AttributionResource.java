package io.takewithott.catalog.browse;

import io.takewithott.core.http.Freshness;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.util.List;

/**
 * Whom the catalogue owes its facts to, in the words they ask for; a page that shows titles shows
 * this somewhere. And whether they are facts at all: one database call.
 */
public final class AttributionResource {
  private static final List<Attribution> ALL =
      List.of(
          new Attribution(
              "TMDB",
              "이 제품은 TMDB API를 사용하지만 TMDB의 보증이나 인증을 받은 것은 아닙니다.",
              "This product uses the TMDB API but is not endorsed or certified by TMDB.",
              "https://www.themoviedb.org"),
          new Attribution(
              "JustWatch",
              "볼 수 있는 서비스 정보는 JustWatch가 제공합니다.",
              "Where titles can be watched is provided by JustWatch.",
              "https://www.justwatch.com/kr"));

  private final ReferenceStore store;

  public AttributionResource(ReferenceStore store) {
    this.store = store;
  }

  public Response list(Request request) {
    return Freshness.PUBLIC_HOUR.of(request, Response.ok(new Attributions(ALL, store.sample())));
  }

  /**
   * @param sample how much of the catalogue is the sample world, whose offers are no service
   */
  record Attributions(List<Attribution> attributions, ReferenceStore.Sample sample) {}

  record Attribution(String name, String notice, String englishNotice, String link) {}
}
