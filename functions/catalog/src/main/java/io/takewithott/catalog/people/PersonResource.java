package io.takewithott.catalog.people;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.takewithott.catalog.people.PersonStore.Credited;
import io.takewithott.catalog.people.PersonStore.Film;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Freshness;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.util.List;
import java.util.stream.Stream;

/** The page of a director or an actor. One database call. */
public final class PersonResource {
  private final PersonStore people;

  public PersonResource(PersonStore people) {
    this.people = people;
  }

  public Response person(Request request) {
    long personId = request.pathId("id");
    List<Credited> rows = people.filmography(personId);
    Credited first =
        rows.stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new AppException(
                        ErrorCode.NOT_FOUND, "There is nobody with the id " + personId));
    List<Work> works = rows.stream().flatMap(PersonResource::work).toList();
    return Freshness.PUBLIC_HOUR.of(
        request,
        Response.ok(new PersonResponse(personId, first.name(), first.originalName(), works)));
  }

  private static Stream<Work> work(Credited row) {
    Film film = row.film();
    return film == null ? Stream.empty() : Stream.of(new Work(row.roles(), film));
  }

  /**
   * @param originalName as they write it themselves
   * @param filmography newest first
   */
  record PersonResponse(
      long personId, String name, String originalName, List<Work> filmography) {}

  /**
   * @param roles {@code cast}, {@code director} or both
   */
  record Work(List<String> roles, @JsonUnwrapped Film film) {}
}
