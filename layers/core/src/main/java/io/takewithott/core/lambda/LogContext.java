package io.takewithott.core.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.takewithott.core.metrics.Measured;
import io.takewithott.core.metrics.Metric;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Puts into every log line of one invocation, until it is closed, what it belongs to: the function,
 * the request, and the trace, by which the invocation's statements are found in the database's own
 * log.
 */
public final class LogContext implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LogContext.class);
  private static final String REQUEST_ID = "requestId";
  private static final String TRACEPARENT = "traceparent";

  /** Ids of API Gateway's are of some 16 characters. */
  private static final String GATEWAY_ID = "[A-Za-z0-9+/=_-]{1,64}";

  private LogContext() {}

  public static LogContext of(Context context) {
    MDC.put("function", context.getFunctionName());
    MDC.put(REQUEST_ID, context.getAwsRequestId());
    Trace.of(xray(context), context.getAwsRequestId())
        .ifPresent(trace -> MDC.put(TRACEPARENT, trace.traceparent()));
    return new LogContext();
  }

  /**
   * @param start how the instance stood; what comes first to one is counted
   */
  public static LogContext of(Context context, Start start) {
    LogContext made = of(context);
    if (start != Start.WARM) {
      MDC.put("start", start.name().toLowerCase(Locale.ROOT));
      LOG.atInfo()
          .addKeyValue(Measured.KEY, Measured.of(Metric.INSTANCE_STARTS, 1))
          .log("an instance serves its first event");
    }
    return made;
  }

  /**
   * The request that API Gateway knows by that id, as do its access log and the browser; Lambda's
   * own id stays beside it.
   */
  public LogContext within(@Nullable String gatewayId) {
    if (gatewayId != null && gatewayId.matches(GATEWAY_ID)) {
      MDC.put("invocationId", MDC.get(REQUEST_ID));
      MDC.put(REQUEST_ID, gatewayId);
    }
    return this;
  }

  /** The trace of the invocation that this thread works for. */
  public static Optional<String> traceparent() {
    return Optional.ofNullable(MDC.get(TRACEPARENT));
  }

  /** A runtime older than this interface does not have the method at all. */
  private static String xray(Context context) {
    try {
      String header = context.getXrayTraceId();
      return header == null ? "" : header;
    } catch (LinkageError unknown) {
      return "";
    }
  }

  @Override
  public void close() {
    MDC.clear();
  }
}
