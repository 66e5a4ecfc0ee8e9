package io.takewithott.core.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import org.slf4j.MDC;

/** Puts the function and the request into every log line of one invocation, until it is closed. */
public final class LogContext implements AutoCloseable {
  private LogContext() {}

  public static LogContext of(Context context) {
    MDC.put("function", context.getFunctionName());
    MDC.put("requestId", context.getAwsRequestId());
    return new LogContext();
  }

  @Override
  public void close() {
    MDC.clear();
  }
}
