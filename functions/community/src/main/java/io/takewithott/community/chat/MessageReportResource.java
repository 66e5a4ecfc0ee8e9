package io.takewithott.community.chat;

import io.takewithott.community.chat.MessageReportStore.Reported;
import io.takewithott.community.socket.Deliveries;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reported messages, for administrators. One database call each. */
public final class MessageReportResource {
  private final MessageReportStore store;
  private final Deliveries deliveries;

  public MessageReportResource(Database database, InstantSource clock, Deliveries deliveries) {
    this.store = new MessageReportStore(database, clock);
    this.deliveries = deliveries;
  }

  public Response waiting(Request request) {
    return Response.ok(new WaitingResponse(store.waiting(request.requireCaller())));
  }

  /** The reports are settled; a message that is removed disappears for everybody. */
  public Response handle(Request request) {
    boolean removed = request.body(HandleRequest.class).given();
    long partyId = request.pathId("id");
    long seq = request.pathId("seq");
    List<Recipient> told = store.handle(request.requireCaller(), partyId, seq, removed);
    deliveries.deliver(Told.to(told, new Told.Deleted(partyId, seq)));
    return Response.noContent();
  }

  /** {@code {"removed": true}}. */
  record HandleRequest(@Nullable Boolean removed) {
    boolean given() {
      if (removed == null) {
        throw new AppException(
            ErrorCode.INVALID_VALUE,
            "Say whether the message is removed",
            Map.of("field", "removed"));
      }
      return removed;
    }
  }

  record WaitingResponse(List<Reported> reported) {}
}
