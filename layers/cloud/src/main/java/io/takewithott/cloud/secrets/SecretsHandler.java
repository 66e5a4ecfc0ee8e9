package io.takewithott.cloud.secrets;

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
 * Speaks Secrets Manager's protocol (AWS JSON 1.1) over {@link LocalSecrets}. Requests are
 * recognised by their {@code X-Amz-Target: secretsmanager.<operation>}; all others are left to the
 * next handler.
 *
 * <p>A request must carry a SigV4 {@code Authorization} header of the known access key for this
 * service and region. The signature itself is not computed again. Neither requests nor responses
 * are ever logged.
 */
public final class SecretsHandler extends Handler.Abstract {
  private static final Logger log = LoggerFactory.getLogger(SecretsHandler.class);

  private static final String TARGET = "secretsmanager.";
  private static final String SERVICE = "secretsmanager";
  private static final String CONTENT_TYPE = "application/x-amz-json-1.1";

  /** The largest value, every byte of it escaped in JSON as six, and the names around it. */
  private static final int MAXIMUM_REQUEST_BYTES = 512 * 1024;

  private final SecretsOperations operations;
  private final String region;
  private final String accessKeyId;
  private final ObjectMapper mapper = new ObjectMapper();

  public SecretsHandler(LocalSecrets secrets, String accessKeyId) {
    this.operations = new SecretsOperations(secrets);
    this.region = secrets.addresses().region();
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
      ObjectNode result = operations.call(target.substring(TARGET.length()), body(request));
      answer(response, callback, 200, result);
    } catch (SecretsException e) {
      answer(response, callback, 400, error(e.error().type(), e.getMessage()));
    } catch (RuntimeException e) {
      log.error("Secrets Manager request failed", e);
      answer(
          response,
          callback,
          500,
          error("InternalServiceError", "The request could not be processed."));
    }
    return true;
  }

  private void authenticate(@Nullable String authorization) {
    if (authorization == null) {
      throw new SecretsException(
          SecretsError.MISSING_AUTHENTICATION_TOKEN, "Missing Authentication Token");
    }
    CredentialScope scope =
        CredentialScope.parse(authorization)
            .orElseThrow(
                () ->
                    new SecretsException(
                        SecretsError.INVALID_SIGNATURE,
                        "The Authorization header is not a complete AWS Signature Version 4."));
    if (!scope.accessKeyId().equals(accessKeyId)) {
      throw new SecretsException(
          SecretsError.UNRECOGNIZED_CLIENT,
          "The security token included in the request is invalid.");
    }
    if (!scope.service().equals(SERVICE) || !scope.region().equals(region)) {
      throw new SecretsException(
          SecretsError.INVALID_SIGNATURE,
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
      throw new SecretsException(
          SecretsError.INVALID_PARAMETER,
          "A request cannot be longer than " + MAXIMUM_REQUEST_BYTES + " bytes.");
    }
    return parse(body);
  }

  /**
   * A parser's complaint quotes the text it complains about, which may be a secret: it is dropped.
   */
  private JsonNode parse(byte[] body) throws IOException {
    try {
      JsonNode json = mapper.readTree(body);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw new SecretsException(SecretsError.SERIALIZATION, "The request is not valid JSON.");
    }
    throw new SecretsException(SecretsError.SERIALIZATION, "The request must be a JSON object.");
  }

  private ObjectNode error(String type, @Nullable String message) {
    return mapper.createObjectNode().put("__type", type).put("Message", message);
  }

  private void answer(Response response, Callback callback, int status, ObjectNode json)
      throws IOException {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, CONTENT_TYPE);
    response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
    response.write(true, ByteBuffer.wrap(mapper.writeValueAsBytes(json)), callback);
  }
}
