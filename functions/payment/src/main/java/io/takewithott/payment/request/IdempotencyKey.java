package io.takewithott.payment.request;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import java.util.Map;

/** What makes a request that is sent twice one request. */
public final class IdempotencyKey {
  private static final String HEADER = "idempotency-key";

  private IdempotencyKey() {}

  public static String of(Request request) {
    return request
        .header(HEADER)
        .filter(key -> key.matches("[A-Za-z0-9_-]{8,64}"))
        .orElseThrow(
            () ->
                new AppException(
                    ErrorCode.INVALID_VALUE,
                    "Send an Idempotency-Key of 8 to 64 letters, digits, - or _",
                    Map.of("field", HEADER)));
  }
}
