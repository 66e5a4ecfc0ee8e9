package io.takewithott.local.socket;

import java.time.Duration;

/**
 * What a WebSocket API allows.
 *
 * @param idle the connection ends after so long without a message
 * @param whole the connection ends after so long in any case
 * @param messageBytes of a message in either direction
 */
public record SocketLimits(Duration idle, Duration whole, int messageBytes) {
  public static SocketLimits aws() {
    return new SocketLimits(Duration.ofMinutes(10), Duration.ofHours(2), 128 * 1024);
  }
}
