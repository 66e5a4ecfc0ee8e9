package io.takewithott.cloud.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.cloud.wire.AwsJsonHandler;
import io.takewithott.cloud.wire.AwsJsonService;
import io.takewithott.cloud.wire.RequestErrors;
import java.net.URI;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/** Speaks SQS's protocol (AWS JSON 1.0) over {@link LocalQueues}. */
public final class SqsHandler extends AwsJsonHandler {
  /** The largest batch, every byte of it escaped in JSON as six. */
  private static final int MAXIMUM_REQUEST_BYTES = 7 * 1024 * 1024;

  private static final AwsJsonService SERVICE =
      new AwsJsonService(
          "SQS",
          "sqs",
          "AmazonSQS.",
          "application/x-amz-json-1.0",
          "message",
          "InternalFailure",
          MAXIMUM_REQUEST_BYTES);
  private static final RequestErrors ERRORS =
      new RequestErrors(
          SqsError.MISSING_AUTHENTICATION_TOKEN,
          SqsError.UNRECOGNIZED_CLIENT,
          SqsError.INVALID_SIGNATURE,
          SqsError.BATCH_REQUEST_TOO_LONG,
          SqsError.SERIALIZATION);

  private final SqsOperations operations;

  public SqsHandler(LocalQueues queues, String accessKeyId) {
    super(SERVICE, ERRORS, queues.addresses().region(), accessKeyId);
    this.operations = new SqsOperations(queues);
  }

  @Override
  protected ObjectNode call(String operation, JsonNode body, Request request)
      throws InterruptedException {
    return operations.call(operation, new Parameters(body), endpoint(request));
  }

  private static URI endpoint(Request request) {
    HttpURI uri = request.getHttpURI();
    return URI.create(uri.getScheme() + "://" + uri.getAuthority());
  }
}
