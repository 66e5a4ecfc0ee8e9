package io.takewithott.auth.client;

import io.takewithott.core.http.Request;

/**
 * The other side of a request.
 *
 * @param device what it calls itself, in a few words
 * @param network where it is, for people to read: an address without its last part
 * @param address what counts as one address for limits
 */
public record Client(String device, String network, String address) {
  public static Client of(Request request) {
    Network network = Network.of(request.sourceIp());
    return new Client(
        DeviceName.of(request.header("user-agent").orElse("")), network.shown(), network.counted());
  }

  @Override
  public String toString() {
    return "Client[" + device + "]";
  }
}
