package io.takewithott.testing;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullUnmarked;

/** Calls handlers as Lambda does. */
public final class Invocations {
  private Invocations() {}

  public static JsonNode invoke(RequestStreamHandler handler, JsonNode event) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(Json.bytes(event)), output, context());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return Json.tree(output.toByteArray());
  }

  /** The JSON within an HTTP API response. */
  public static JsonNode body(JsonNode response) {
    return Json.tree(response.path("body").asText().getBytes(StandardCharsets.UTF_8));
  }

  public static Context context() {
    return new TestContext();
  }

  /** An invocation with 20 seconds left. */
  @NullUnmarked
  private static final class TestContext implements Context {
    private static final int REMAINING_MILLIS = 20_000;
    private static final int MEMORY_MEGABYTES = 512;

    @Override
    public String getAwsRequestId() {
      return "8f5f0c4e-0000-4000-8000-000000000001";
    }

    @Override
    public String getLogGroupName() {
      return "/aws/lambda/test";
    }

    @Override
    public String getLogStreamName() {
      return "test";
    }

    @Override
    public String getFunctionName() {
      return "test";
    }

    @Override
    public String getFunctionVersion() {
      return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
      return "arn:aws:lambda:ap-northeast-2:000000000000:function:test";
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
      return MEMORY_MEGABYTES;
    }

    @Override
    public LambdaLogger getLogger() {
      return null;
    }
  }
}
