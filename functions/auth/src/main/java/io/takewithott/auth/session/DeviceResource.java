package io.takewithott.auth.session;

import io.takewithott.auth.client.Client;
import io.takewithott.auth.session.DeviceStore.Device;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Where am I logged in, and logging out there or everywhere. One database call each. */
public final class DeviceResource {
  private final DeviceStore store;
  private final InstantSource clock;

  public DeviceResource(DeviceStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  public Response list(Request request) {
    Caller caller = request.requireCaller();
    return Response.ok(
        new DevicesResponse(
            store.live(caller, clock.instant()).stream()
                .map(device -> DeviceResponse.of(device, caller))
                .toList()));
  }

  public Response endOne(Request request) {
    String sessionId = request.pathParameter("id");
    if (!store.endOne(request.requireCaller(), sessionId, Client.of(request), clock.instant())) {
      throw new AppException(ErrorCode.NOT_FOUND, "You are not logged in there");
    }
    return Response.noContent();
  }

  public Response endAll(Request request) {
    store.endAll(request.requireCaller(), Client.of(request), clock.instant());
    return Response.noContent().withCookie(RefreshCookie.none());
  }

  record DevicesResponse(List<DeviceResponse> sessions) {}

  /**
   * @param network an address without its last part
   * @param current whether it is the one that asks
   */
  record DeviceResponse(
      String sessionId,
      String device,
      String network,
      Instant openedAt,
      Instant lastSeenAt,
      boolean current) {
    static DeviceResponse of(Device device, Caller caller) {
      return new DeviceResponse(
          device.sessionId(),
          device.device(),
          device.address(),
          Instant.ofEpochMilli(device.openedMillis()),
          Instant.ofEpochMilli(device.lastSeenMillis()),
          device.sessionId().equals(caller.sessionId()));
    }
  }
}
