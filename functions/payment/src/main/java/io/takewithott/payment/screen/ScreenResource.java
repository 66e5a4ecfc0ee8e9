package io.takewithott.payment.screen;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.payment.money.Today;
import io.takewithott.payment.request.Given;
import io.takewithott.payment.screen.ScreenStore.Board;
import io.takewithott.payment.screen.ScreenStore.Outcome;
import io.takewithott.payment.screen.ScreenStore.Reserved;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The board of a party's screens, for those inside. */
public final class ScreenResource {
  private static final String EXTRA_MEMBER = "extra_member";

  private final ScreenStore store;
  private final Today today;

  public ScreenResource(ScreenStore store, Today today) {
    this.store = store;
    this.today = today;
  }

  /** One day in Korea, today if none is said; one database call. */
  public Response day(Request request) {
    LocalDate day = request.query("day").map(ScreenResource::date).orElse(today.date());
    Board board = board(request, Quarters.day(day));
    return Response.ok(
        new DayResponse(
            day,
            board.screens(),
            Quarters.MINUTES,
            board.reservations().stream().map(ReservationResponse::of).toList()));
  }

  /** Reserves the first screen that is free all the while; three database calls. */
  public Response reserve(Request request) {
    ReserveRequest given = request.body(ReserveRequest.class);
    Quarters time = Quarters.of(given.from(), given.minutes(), today.now());
    Board board = board(request, time);
    requireOpen(board);
    Outcome outcome =
        store.reserve(
            request.pathId("id"), request.requireCaller().userId(), time, board.screens());
    if (!outcome.outcome().equals("reserved")) {
      throw refusal(outcome.outcome(), board.screens());
    }
    return board(request, time).reservations().stream()
        .filter(reserved -> reserved.reservationId() == outcome.reservation())
        .findFirst()
        .map(reserved -> Response.created(ReservationResponse.of(reserved)))
        .orElseThrow(() -> new AppException(ErrorCode.CONFLICT, "It was taken back meanwhile"));
  }

  /** Takes back a reservation of one's own; one database call. */
  public Response cancel(Request request) {
    boolean cancelled =
        store.cancel(
            request.pathId("id"),
            request.requireCaller().userId(),
            request.pathId("reservationId"));
    if (!cancelled) {
      throw new AppException(ErrorCode.NOT_FOUND, "There is no such reservation of yours");
    }
    return Response.noContent();
  }

  private Board board(Request request, Quarters time) {
    return store
        .board(request.pathId("id"), request.requireCaller().userId(), time)
        .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "You are not in this party"));
  }

  private static void requireOpen(Board board) {
    if (board.seatType().equals(EXTRA_MEMBER)) {
      throw board.rule().forbids("Everybody has a screen of their own with " + board.planName());
    }
    if (board.closed()) {
      throw new AppException(ErrorCode.CONFLICT, "The party is closed");
    }
    if (!board.host() && !board.active()) {
      throw new AppException(ErrorCode.FORBIDDEN, "Your seat is paused: pay for this month first");
    }
  }

  private static AppException refusal(String outcome, int screens) {
    return switch (outcome) {
      case "own" -> refusal(outcome, "You have reserved a screen for that time already");
      case "most" -> refusal(outcome, "Eight hours ahead are the most that one person reserves");
      default -> refusal(outcome, "All " + screens + " screens are taken for a part of that time");
    };
  }

  private static AppException refusal(String outcome, String message) {
    return new AppException(ErrorCode.CONFLICT, message, Map.of("outcome", outcome));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException malformed) {
      throw Given.refused("day", "A day is written as in 2026-12-01");
    }
  }

  /**
   * @param from in Korea's time
   */
  record ReserveRequest(@Nullable LocalDateTime from, @Nullable Integer minutes) {}

  /**
   * @param screens that play at the same time
   */
  record DayResponse(
      LocalDate day, int screens, int stepMinutes, List<ReservationResponse> reservations) {}

  record ReservationResponse(
      long reservationId,
      int screen,
      @Nullable String nickname,
      boolean own,
      OffsetDateTime from,
      OffsetDateTime to) {
    static ReservationResponse of(Reserved reserved) {
      Quarters time = new Quarters(reserved.first(), reserved.quarters());
      return new ReservationResponse(
          reserved.reservationId(),
          reserved.screen(),
          reserved.nickname(),
          reserved.own(),
          time.from(),
          time.to());
    }
  }
}
