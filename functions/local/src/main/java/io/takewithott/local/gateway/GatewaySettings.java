package io.takewithott.local.gateway;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * Who the local API pretends to be, and where its time and ids come from.
 *
 * @param requestIds ids like API Gateway's ("JKJaXmPLvHcESHA=")
 * @param traceIds values of x-amzn-trace-id for requests that bring none
 * @param integrationLimit how long a function may take before the client gets 503
 */
public record GatewaySettings(
    String accountId,
    String apiId,
    String region,
    InstantSource clock,
    Supplier<String> requestIds,
    Supplier<String> traceIds,
    Duration integrationLimit) {

  /** An HTTP API's fixed limit. */
  public static final Duration DEFAULT_INTEGRATION_LIMIT = Duration.ofSeconds(30);

  private static final int REQUEST_ID_BYTES = 11;
  private static final int TRACE_ID_BYTES = 12;

  public static GatewaySettings standard(String region, String accountId, String apiId) {
    SecureRandom random = new SecureRandom();
    InstantSource clock = InstantSource.system();
    return new GatewaySettings(
        accountId,
        apiId,
        region,
        clock,
        () -> Base64.getUrlEncoder().encodeToString(bytes(random, REQUEST_ID_BYTES)),
        () -> traceId(clock, random),
        DEFAULT_INTEGRATION_LIMIT);
  }

  private static String traceId(InstantSource clock, SecureRandom random) {
    String seconds = HexFormat.of().toHexDigits((int) (clock.millis() / 1000));
    return "Root=1-" + seconds + "-" + HexFormat.of().formatHex(bytes(random, TRACE_ID_BYTES));
  }

  private static byte[] bytes(SecureRandom random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
