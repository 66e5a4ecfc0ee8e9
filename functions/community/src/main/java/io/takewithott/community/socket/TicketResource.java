package io.takewithott.community.socket;

import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.net.URI;
import java.security.SecureRandom;

/** Hands out what opens a connection. */
public final class TicketResource {
  private final TicketStore store;
  private final SecureRandom random;
  private final URI address;

  /**
   * @param address of the WebSocket API's stage
   */
  public TicketResource(TicketStore store, SecureRandom random, URI address) {
    this.store = store;
    this.random = random;
    this.address = address;
  }

  public Response make(Request request) {
    Ticket ticket = Ticket.make(random);
    store.store(request.requireCaller(), ticket);
    return Response.created(
        new TicketResponse(
            ticket.text(), socket() + "?ticket=" + ticket.text(), TicketStore.SECONDS));
  }

  private String socket() {
    return address.toString().replaceFirst("^http", "ws");
  }

  /**
   * @param url what to open
   */
  record TicketResponse(String ticket, String url, int expiresInSeconds) {}
}
