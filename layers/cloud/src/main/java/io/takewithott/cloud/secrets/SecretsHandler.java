package io.takewithott.cloud.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.cloud.wire.AwsJsonHandler;
import io.takewithott.cloud.wire.AwsJsonService;
import io.takewithott.cloud.wire.RequestErrors;
import org.eclipse.jetty.server.Request;

/** Speaks Secrets Manager's protocol (AWS JSON 1.1) over {@link LocalSecrets}. */
public final class SecretsHandler extends AwsJsonHandler {
  /** The largest value, every byte of it escaped in JSON as six, and the names around it. */
  private static final int MAXIMUM_REQUEST_BYTES = 512 * 1024;

  private static final AwsJsonService SERVICE =
      new AwsJsonService(
          "Secrets Manager",
          "secretsmanager",
          "secretsmanager.",
          "application/x-amz-json-1.1",
          "Message",
          "InternalServiceError",
          MAXIMUM_REQUEST_BYTES);
  private static final RequestErrors ERRORS =
      new RequestErrors(
          SecretsError.MISSING_AUTHENTICATION_TOKEN,
          SecretsError.UNRECOGNIZED_CLIENT,
          SecretsError.INVALID_SIGNATURE,
          SecretsError.INVALID_PARAMETER,
          SecretsError.SERIALIZATION);

  private final SecretsOperations operations;

  public SecretsHandler(LocalSecrets secrets, String accessKeyId) {
    super(SERVICE, ERRORS, secrets.addresses().region(), accessKeyId);
    this.operations = new SecretsOperations(secrets);
  }

  @Override
  protected ObjectNode call(String operation, JsonNode body, Request request) {
    return operations.call(operation, body);
  }
}
