package io.takewithott.cloud.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks SQS's protocol (AWS JSON 1.0) over {@link LocalQueues}. Requests are recognised by their
 * {@code X-Amz-Target: AmazonSQS.<operation>}; all others are left to the next handler.
 *
 * <p>A request must carry a SigV4 {@code Authorization} header of the known access key for this
 * service and region. The signature itself is not computed again.
 */
public final class SqsHandler extends Handler.Abstract {
  private static final Logger log = LoggerFactory.getLogger(SqsHandler.class);

  private static final String TARGET = "AmazonSQS.";
  private static final String SERVICE = "sqs";
  private static final String CONTENT_TYPE = "application/x-amz-json-1.0";

  /** The largest batch, every byte of it escaped in JSON as six. */
  private static final int MAXIMUM_REQUEST_BYTES = 7 * 1024 * 1024;

  private final SqsOperations operations;
  private final String region;
  private final String accessKeyId;
  private final ObjectMapper mapper = new ObjectMapper();

  public SqsHandler(LocalQueues queues, String accessKeyId) {
    this.operations = new SqsOperations(queues);
    this.region = queues.addresses().region();
    this.accessKeyId = accessKeyId;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    String target = request.getHeaders().get("X-Amz-Target");
    if (target == null || !target.startsWith(TARGET)) {
      return false;
    }
    try {
      authenticate(request.getHeaders().get(HttpHeader.AUTHORIZATION));
      String operation = target.substring(TARGET.length());
      ObjectNode result =
          operations.call(operation, new Parameters(body(request)), endpoint(request));
      answer(response, callback, 200, result);
    } catch (SqsException e) {
      response.getHeaders().put("x-amzn-query-error", e.error().queryCode() + ";Sender");
      answer(response, callback, e.error().status(), error(e.error().shape(), e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(response, callback, 503, "ServiceUnavailable", e);
    } catch (RuntimeException e) {
      fail(response, callback, 500, "InternalFailure", e);
    }
    return true;
  }

  private void authenticate(@Nullable String authorization) {
    if (authorization == null) {
      throw new SqsException(SqsError.MISSING_AUTHENTICATION_TOKEN, "Missing Authentication Token");
    }
    CredentialScope scope =
        CredentialScope.parse(authorization)
            .orElseThrow(
                () ->
                    new SqsException(
                        SqsError.INVALID_SIGNATURE,
                        "The Authorization header is not a complete AWS Signature Version 4."));
    if (!scope.accessKeyId().equals(accessKeyId)) {
      throw new SqsException(
          SqsError.UNRECOGNIZED_CLIENT, "The security token included in the request is invalid.");
    }
    if (!scope.service().equals(SERVICE) || !scope.region().equals(region)) {
      throw new SqsException(
          SqsError.INVALID_SIGNATURE,
          "Credential should be scoped to service '%s' in region '%s', found '%s' in '%s'."
              .formatted(SERVICE, region, scope.service(), scope.region()));
    }
  }

  private JsonNode body(Request request) throws IOException {
    byte[] body;
    try (InputStream in = Content.Source.asInputStream(request)) {
      body = in.readNBytes(MAXIMUM_REQUEST_BYTES + 1);
    }
    if (body.length > MAXIMUM_REQUEST_BYTES) {
      throw new SqsException(
          SqsError.BATCH_REQUEST_TOO_LONG,
          "A request cannot be longer than " + MAXIMUM_REQUEST_BYTES + " bytes.");
    }
    try {
      JsonNode json = mapper.readTree(body);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw new SqsException(SqsError.SERIALIZATION, "The request is not valid JSON.", e);
    }
    throw new SqsException(SqsError.SERIALIZATION, "The request must be a JSON object.");
  }

  private static URI endpoint(Request request) {
    HttpURI uri = request.getHttpURI();
    return URI.create(uri.getScheme() + "://" + uri.getAuthority());
  }

  private void fail(Response response, Callback callback, int status, String code, Exception cause)
      throws IOException {
    log.error("SQS request failed", cause);
    answer(response, callback, status, error(code, "The request could not be processed."));
  }

  private ObjectNode error(String type, @Nullable String message) {
    return mapper.createObjectNode().put("__type", type).put("message", message);
  }

  private void answer(Response response, Callback callback, int status, ObjectNode json)
      throws IOException {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, CONTENT_TYPE);
    response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
    response.write(true, ByteBuffer.wrap(mapper.writeValueAsBytes(json)), callback);
  }
}
