package io.takewithott.auth.account;

import io.takewithott.auth.account.SecurityEventStore.Event;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to my account; and to somebody's, for administrators. One database call each. */
public final class SecurityEventResource {
  private final SecurityEventStore store;
  private final InstantSource clock;

  public SecurityEventResource(SecurityEventStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  public Response mine(Request request) {
    return page(store.own(request.requireCaller(), before(request), clock.instant()));
  }

  public Response ofUser(Request request) {
    return page(
        store.of(request.pathId("id"), request.requireCaller(), before(request), clock.instant()));
  }

  private static Response page(List<Event> events) {
    List<EventResponse> page = events.stream().map(EventResponse::of).toList();
    boolean more = page.size() == SecurityEventStore.PAGE;
    return Response.ok(new EventsResponse(page, more ? page.get(page.size() - 1).eventId : null));
  }

  private static long before(Request request) {
    return request.query("before").map(SecurityEventResource::eventId).orElse(Long.MAX_VALUE);
  }

  private static long eventId(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw new AppException(
          ErrorCode.INVALID_VALUE, "before is the number of an event", Map.of("field", "before"));
    }
    return Long.parseLong(text);
  }

  /**
   * @param next what the next page comes before, if there may be one
   */
  record EventsResponse(List<EventResponse> events, @Nullable Long next) {}

  record EventResponse(
      long eventId,
      String kind,
      Instant occurredAt,
      @Nullable String device,
      @Nullable String network) {
    static EventResponse of(Event event) {
      return new EventResponse(
          event.eventId(),
          String.valueOf(event.kind()),
          Instant.ofEpochMilli(event.occurredMillis()),
          event.device(),
          event.address());
    }
  }
}
