package io.takewithott.core.http;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import org.jspecify.annotations.NullUnmarked;

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

  static final Context CONTEXT = new PrimingContext();

  private Warming() {}

  /** A context of an invocation that Lambda never made. */
  @NullUnmarked
  private static final class PrimingContext implements Context {
    private static final int REMAINING_MILLIS = 10_000;

    @Override
    public String getAwsRequestId() {
      return "priming";
    }

    @Override
    public String getLogGroupName() {
      return "priming";
    }

    @Override
    public String getLogStreamName() {
      return "priming";
    }

    @Override
    public String getFunctionName() {
      return "priming";
    }

    @Override
    public String getFunctionVersion() {
      return "priming";
    }

    @Override
    public String getInvokedFunctionArn() {
      return "priming";
    }

    @Override
    public CognitoIdentity getIdentity() {
      return null;
    }

    @Override
    public ClientContext getClientContext() {
      return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
      return REMAINING_MILLIS;
    }

    @Override
    public int getMemoryLimitInMB() {
      return 0;
    }

    @Override
    public LambdaLogger getLogger() {
      return null;
    }
  }
}
