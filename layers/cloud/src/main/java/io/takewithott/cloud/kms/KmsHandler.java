package io.takewithott.cloud.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.cloud.wire.AwsJsonHandler;
import io.takewithott.cloud.wire.AwsJsonService;
import io.takewithott.cloud.wire.RequestErrors;
import java.security.SecureRandom;
import org.eclipse.jetty.server.Request;

/** Speaks KMS's protocol (AWS JSON 1.1) over {@link LocalKeys}. */
public final class KmsHandler extends AwsJsonHandler {
  private static final int MAXIMUM_REQUEST_BYTES = 64 * 1024;

  private static final AwsJsonService SERVICE =
      new AwsJsonService(
          "KMS",
          "kms",
          "TrentService.",
          "application/x-amz-json-1.1",
          "message",
          "KMSInternalException",
          MAXIMUM_REQUEST_BYTES);
  private static final RequestErrors ERRORS =
      new RequestErrors(
          KmsError.MISSING_AUTHENTICATION_TOKEN,
          KmsError.UNRECOGNIZED_CLIENT,
          KmsError.INVALID_SIGNATURE,
          KmsError.VALIDATION,
          KmsError.SERIALIZATION);

  private final KmsOperations operations;

  public KmsHandler(LocalKeys keys, String accessKeyId, SecureRandom random) {
    super(SERVICE, ERRORS, keys.region(), accessKeyId);
    this.operations = new KmsOperations(keys, random);
  }

  @Override
  protected ObjectNode call(String operation, JsonNode body, Request request) {
    return operations.call(operation, body);
  }
}
