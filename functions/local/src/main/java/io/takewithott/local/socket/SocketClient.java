package io.takewithott.local.socket;

import java.time.Instant;

/**
 * Who is connected, as every event of the connection says.
 *
 * @param connectionId like API Gateway's ("L0SM9cOFvHcCIhw=")
 * @param domain the host of the opening request, without its port
 */
record SocketClient(
    String stage,
    String connectionId,
    String domain,
    String sourceIp,
    String userAgent,
    Instant connectedAt) {}
