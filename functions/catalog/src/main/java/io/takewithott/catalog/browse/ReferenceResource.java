package io.takewithott.catalog.browse;

import io.takewithott.catalog.browse.ReferenceStore.Service;
import io.takewithott.core.http.Freshness;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Genres and services, which hardly change. One database call each. */
public final class ReferenceResource {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private final ReferenceStore store;
  private final InstantSource clock;

  public ReferenceResource(ReferenceStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  public Response genres(Request request) {
    List<GenreResponse> genres =
        store.genres().stream()
            .map(
                genre ->
                    new GenreResponse(
                        genre.genre(),
                        GenreNames.korean(genre.genre()),
                        GenreNames.english(genre.genre()),
                        genre.titles()))
            .toList();
    return Freshness.PUBLIC_HOUR.of(request, Response.ok(new Genres(genres)));
  }

  public Response services(Request request) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), SEOUL);
    return Freshness.PUBLIC_HOUR.of(request, Response.ok(new Services(store.services(today))));
  }

  record Genres(List<GenreResponse> genres) {}

  record GenreResponse(String genre, String name, String englishName, int titles) {}

  record Services(List<Service> services) {}
}
