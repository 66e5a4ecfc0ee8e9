package io.takewithott.core.http;

import com.amazonaws.services.lambda.runtime.Context;
import io.takewithott.core.lambda.SyntheticContext;

/**
 * The event that is served before a snapshot: an unknown path, so that nothing happens but work.
 */
final class Warming {
  static final String EVENT =
      """
      {"version":"2.0","routeKey":"GET /priming","rawPath":"/priming","rawQueryString":"",
       "headers":{"host":"priming","accept":"*/*"},
       "requestContext":{"http":{"method":"GET","path":"/priming","protocol":"HTTP/1.1",
         "sourceIp":"127.0.0.1","userAgent":"priming"},
         "requestId":"priming","routeKey":"GET /priming","stage":"$default","timeEpoch":0},
       "isBase64Encoded":false}
      """;

  private static final int REMAINING_MILLIS = 10_000;

  static final Context CONTEXT = new SyntheticContext("priming", REMAINING_MILLIS);

  private Warming() {}
}
