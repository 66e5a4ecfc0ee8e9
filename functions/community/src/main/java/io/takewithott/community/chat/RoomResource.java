package io.takewithott.community.chat;

import io.takewithott.community.chat.MessageStore.Page;
import io.takewithott.community.socket.Deliveries;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.limits.Claim;
import io.takewithott.core.limits.RateLimit;
import io.takewithott.core.limits.RateLimits;
import io.takewithott.core.session.LiveSession;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rooms over HTTP, for who has no connection: the same as on one. One database call each. */
public final class RoomResource {
  private static final int PAGE = 50;
  private static final Set<String> REASONS =
      Set.of("abuse", "fraud", "personal_data", "advertising", "other");

  private final Conversation conversation;
  private final RateLimits limits;
  private final RateLimit reports;

  /**
   * @param reports how often somebody may report
   */
  public RoomResource(
      Database database,
      InstantSource clock,
      Deliveries deliveries,
      RateLimits limits,
      RateLimit reports) {
    this.conversation =
        new Conversation(
            new MessageStore(database, clock), new RoomStore(database, clock), deliveries);
    this.limits = limits;
    this.reports = reports;
  }

  public Response rooms(Request request) {
    RoomStore.Mine mine = known(() -> conversation.mine(speaker(request)));
    return Response.ok(new RoomsResponse(mine.rooms(), mine.unreadNotifications()));
  }

  public Response messages(Request request) {
    long partyId = request.pathId("id");
    boolean forwards = request.query("after").isPresent();
    long edge = number(request, forwards ? "after" : "before", Long.MAX_VALUE);
    Page page =
        known(
            () ->
                forwards
                    ? conversation.after(speaker(request), partyId, edge, PAGE)
                    : conversation.before(speaker(request), partyId, edge, PAGE));
    return Response.ok(
        new PageResponse(
            page.messages(),
            page.firstSeq() == null ? 1 : page.firstSeq(),
            page.lastSeq() == null ? 0 : page.lastSeq(),
            page.readSeq() == null ? 0 : page.readSeq(),
            page.more()));
  }

  public Response members(Request request) {
    return Response.ok(
        new MembersResponse(
            known(() -> conversation.present(speaker(request), request.pathId("id")))));
  }

  public Response send(Request request) {
    SendRequest given = request.body(SendRequest.class);
    return Response.created(
        known(() -> conversation.send(speaker(request), request.pathId("id"), given)));
  }

  public Response read(Request request) {
    ReadRequest given = request.body(ReadRequest.class);
    if (given.seq < 0) {
      throw invalid("seq", "The mark is the number of a message");
    }
    long read = known(() -> conversation.read(speaker(request), request.pathId("id"), given.seq));
    return Response.ok(new ReadResponse(read));
  }

  public Response delete(Request request) {
    known(
        () -> {
          conversation.delete(speaker(request), request.pathId("id"), request.pathId("seq"));
          return true;
        });
    return Response.noContent();
  }

  /** Two database calls: one takes the attempt. */
  public Response report(Request request) {
    ReportRequest given = request.body(ReportRequest.class);
    String reason = given.reason;
    if (reason == null || !REASONS.contains(reason)) {
      throw invalid(
          "reason", "The reason is one of abuse, fraud, personal_data, advertising, other");
    }
    Claim claim = reports.of(request.requireCaller().userId());
    limits.take(claim);
    known(
        () -> {
          conversation.report(
              speaker(request), request.pathId("id"), request.pathId("seq"), reason);
          return true;
        });
    return Response.noContent();
  }

  private static Speaker speaker(Request request) {
    return new Speaker.Asking(request.requireCaller());
  }

  private static <T> T known(Supplier<T> work) {
    try {
      return work.get();
    } catch (UnknownSpeakerException ended) {
      throw LiveSession.loggedOut();
    }
  }

  private static long number(Request request, String name, long otherwise) {
    String given = request.query(name).orElse("");
    if (given.isEmpty()) {
      return otherwise;
    }
    if (!given.matches("[0-9]{1,18}")) {
      throw invalid(name, "A page begins at the number of a message");
    }
    return Long.parseLong(given);
  }

  private static AppException invalid(String field, String message) {
    return new AppException(ErrorCode.INVALID_VALUE, message, Map.of("field", field));
  }

  record ReadRequest(long seq) {}

  record ReportRequest(@Nullable String reason) {}

  record RoomsResponse(List<RoomStore.Room> rooms, long unreadNotifications) {}

  /**
   * @param firstSeq where the room begins for the caller
   */
  record PageResponse(
      List<Message> messages, long firstSeq, long lastSeq, long readSeq, boolean more) {}

  record MembersResponse(List<RoomStore.Member> members) {}

  record ReadResponse(long readSeq) {}
}
