package io.takewithott.core.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import org.jspecify.annotations.NullUnmarked;

/** The context of an invocation that Lambda did not make: priming, and tests. */
@NullUnmarked
public final class SyntheticContext implements Context {
  private final String name;
  private final String requestId;
  private final String xray;
  private final int remainingMillis;

  /**
   * @param name stands for the function, its version and the request
   * @param remainingMillis what is left at any moment
   */
  public SyntheticContext(String name, int remainingMillis) {
    this(name, name, "", remainingMillis);
  }

  /**
   * @param xray the value of X-Ray's header
   */
  public SyntheticContext(String name, String requestId, String xray, int remainingMillis) {
    this.name = name;
    this.requestId = requestId;
    this.xray = xray;
    this.remainingMillis = remainingMillis;
  }

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getXrayTraceId() {
    return xray;
  }

  @Override
  public String getLogGroupName() {
    return name;
  }

  @Override
  public String getLogStreamName() {
    return name;
  }

  @Override
  public String getFunctionName() {
    return name;
  }

  @Override
  public String getFunctionVersion() {
    return name;
  }

  @Override
  public String getInvokedFunctionArn() {
    return name;
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
    return remainingMillis;
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
