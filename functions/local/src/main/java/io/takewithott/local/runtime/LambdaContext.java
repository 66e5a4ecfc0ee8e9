package io.takewithott.local.runtime;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What a handler learns about its invocation. */
final class LambdaContext implements Context {

  private final FunctionIdentity identity;
  private final Invocation invocation;
  private final Instant deadline;
  private final InstantSource clock;
  private final LambdaLogger logger;

  LambdaContext(
      FunctionIdentity identity,
      Invocation invocation,
      Instant deadline,
      InstantSource clock,
      LogSink log) {
    this.identity = identity;
    this.invocation = invocation;
    this.deadline = deadline;
    this.clock = clock;
    this.logger = new SinkLogger(identity, log);
  }

  @Override
  public String getAwsRequestId() {
    return invocation.requestId();
  }

  @Override
  public String getLogGroupName() {
    return identity.logGroup();
  }

  @Override
  public String getLogStreamName() {
    return identity.logStream();
  }

  @Override
  public String getFunctionName() {
    return identity.name();
  }

  @Override
  public String getFunctionVersion() {
    return FunctionIdentity.VERSION;
  }

  @Override
  public String getInvokedFunctionArn() {
    return identity.arn();
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return (int) Math.max(0, Duration.between(clock.instant(), deadline).toMillis());
  }

  @Override
  public int getMemoryLimitInMB() {
    return identity.memoryMegabytes();
  }

  @Override
  public LambdaLogger getLogger() {
    return logger;
  }

  @Override
  public String getXrayTraceId() {
    return invocation.traceHeader();
  }

  private record SinkLogger(FunctionIdentity identity, LogSink log) implements LambdaLogger {
    @Override
    public void log(String message) {
      message.lines().forEach(line -> log.line(identity.name(), identity.logStream(), line));
    }

    @Override
    public void log(byte[] message) {
      log(new String(message, StandardCharsets.UTF_8));
    }
  }
}
