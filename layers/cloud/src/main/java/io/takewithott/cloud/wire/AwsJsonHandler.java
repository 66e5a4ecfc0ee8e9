package io.takewithott.cloud.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks AWS JSON for one service. Its requests are recognised by their {@code X-Amz-Target}; all
 * others are left to the next handler.
 *
 * <p>A request must carry a SigV4 {@code Authorization} header of the known access key for this
 * service and region. Neither requests nor responses are ever logged.
 */
public abstract class AwsJsonHandler extends Handler.Abstract {
  private final Logger log = LoggerFactory.getLogger(getClass());
  private final ObjectMapper mapper = new ObjectMapper();
  private final AwsJsonService service;
  private final RequestErrors errors;
  private final String region;
  private final String accessKeyId;

  protected AwsJsonHandler(
      AwsJsonService service, RequestErrors errors, String region, String accessKeyId) {
    this.service = service;
    this.errors = errors;
    this.region = region;
    this.accessKeyId = accessKeyId;
  }

  /** Carries out an operation or refuses it with a {@link ServiceException}. */
  protected abstract ObjectNode call(String operation, JsonNode body, Request request)
      throws InterruptedException;

  @Override
  public final boolean handle(Request request, Response response, Callback callback)
      throws IOException {
    String target = request.getHeaders().get("X-Amz-Target");
    if (target == null || !target.startsWith(service.targetPrefix())) {
      return false;
    }
    try {
      authenticate(request.getHeaders().get(HttpHeader.AUTHORIZATION));
      String operation = target.substring(service.targetPrefix().length());
      answer(response, callback, 200, call(operation, body(request), request));
    } catch (ServiceException e) {
      e.error().headers().forEach(response.getHeaders()::put);
      answer(response, callback, e.error().status(), error(e.error().type(), e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(response, callback, 503, "ServiceUnavailable", e);
    } catch (RuntimeException e) {
      fail(response, callback, 500, service.internalError(), e);
    }
    return true;
  }

  private void authenticate(@Nullable String authorization) {
    if (authorization == null) {
      throw refusal(errors.missingAuthentication(), "Missing Authentication Token");
    }
    CredentialScope scope =
        CredentialScope.parse(authorization)
            .orElseThrow(
                () ->
                    refusal(
                        errors.invalidSignature(),
                        "The Authorization header is not a complete AWS Signature Version 4."));
    if (!scope.accessKeyId().equals(accessKeyId)) {
      throw refusal(
          errors.unrecognizedClient(), "The security token included in the request is invalid.");
    }
    if (!scope.service().equals(service.signingName()) || !scope.region().equals(region)) {
      throw refusal(
          errors.invalidSignature(),
          "Credential should be scoped to service '%s' in region '%s', found '%s' in '%s'."
              .formatted(service.signingName(), region, scope.service(), scope.region()));
    }
  }

  /**
   * A parser's complaint quotes the text it complains about, which may be a secret: it is dropped.
   */
  private JsonNode body(Request request) throws IOException {
    byte[] body;
    try (InputStream in = Content.Source.asInputStream(request)) {
      body = in.readNBytes(service.maximumRequestBytes() + 1);
    }
    if (body.length > service.maximumRequestBytes()) {
      throw refusal(
          errors.tooLong(),
          "A request cannot be longer than " + service.maximumRequestBytes() + " bytes.");
    }
    try {
      JsonNode json = mapper.readTree(body);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw refusal(errors.notJson(), "The request is not valid JSON.");
    }
    throw refusal(errors.notJson(), "The request must be a JSON object.");
  }

  private static ServiceException refusal(ServiceError error, String message) {
    return new ServiceException(error, message, null);
  }

  private void fail(Response response, Callback callback, int status, String type, Exception cause)
      throws IOException {
    log.error("{} request failed", service.name(), cause);
    answer(response, callback, status, error(type, "The request could not be processed."));
  }

  private ObjectNode error(String type, @Nullable String message) {
    return mapper.createObjectNode().put("__type", type).put(service.messageMember(), message);
  }

  private void answer(Response response, Callback callback, int status, ObjectNode json)
      throws IOException {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, service.contentType());
    response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
    response.write(true, ByteBuffer.wrap(mapper.writeValueAsBytes(json)), callback);
  }
}
