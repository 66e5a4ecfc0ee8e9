package io.takewithott.cloud.sqs;

import io.takewithott.cloud.wire.ServiceError;
import java.util.Map;

/**
 * The errors of SQS. Each has two names: the shape that clients of the JSON protocol map to an
 * exception, and the code of the older query protocol, sent in {@code x-amzn-query-error}.
 */
enum SqsError implements ServiceError {
  BATCH_ENTRY_IDS_NOT_DISTINCT(
      "com.amazonaws.sqs#BatchEntryIdsNotDistinct",
      "AWS.SimpleQueueService.BatchEntryIdsNotDistinct"),
  BATCH_REQUEST_TOO_LONG(
      "com.amazonaws.sqs#BatchRequestTooLong", "AWS.SimpleQueueService.BatchRequestTooLong"),
  EMPTY_BATCH_REQUEST(
      "com.amazonaws.sqs#EmptyBatchRequest", "AWS.SimpleQueueService.EmptyBatchRequest"),
  INVALID_ATTRIBUTE_NAME("com.amazonaws.sqs#InvalidAttributeName", "InvalidAttributeName"),
  INVALID_BATCH_ENTRY_ID(
      "com.amazonaws.sqs#InvalidBatchEntryId", "AWS.SimpleQueueService.InvalidBatchEntryId"),
  INVALID_MESSAGE_CONTENTS("com.amazonaws.sqs#InvalidMessageContents", "InvalidMessageContents"),
  MESSAGE_NOT_IN_FLIGHT(
      "com.amazonaws.sqs#MessageNotInflight", "AWS.SimpleQueueService.MessageNotInflight"),
  OVER_LIMIT("com.amazonaws.sqs#OverLimit", "OverLimit"),
  PURGE_QUEUE_IN_PROGRESS(
      "com.amazonaws.sqs#PurgeQueueInProgress", "AWS.SimpleQueueService.PurgeQueueInProgress"),
  QUEUE_DOES_NOT_EXIST(
      "com.amazonaws.sqs#QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"),
  QUEUE_NAME_EXISTS("com.amazonaws.sqs#QueueNameExists", "QueueAlreadyExists"),
  RECEIPT_HANDLE_IS_INVALID("com.amazonaws.sqs#ReceiptHandleIsInvalid", "ReceiptHandleIsInvalid"),
  TOO_MANY_ENTRIES_IN_BATCH_REQUEST(
      "com.amazonaws.sqs#TooManyEntriesInBatchRequest",
      "AWS.SimpleQueueService.TooManyEntriesInBatchRequest"),
  UNSUPPORTED_OPERATION(
      "com.amazonaws.sqs#UnsupportedOperation", "AWS.SimpleQueueService.UnsupportedOperation"),
  INVALID_PARAMETER_VALUE(
      "com.amazon.coral.service#InvalidParameterValueException", "InvalidParameterValue"),
  MISSING_PARAMETER(
      "com.amazon.coral.service#MissingRequiredParameterException", "MissingParameter"),
  SERIALIZATION("com.amazon.coral.service#SerializationException", "MalformedInput"),
  MISSING_AUTHENTICATION_TOKEN(
      "com.amazon.coral.service#MissingAuthenticationTokenException",
      "MissingAuthenticationToken",
      403),
  UNRECOGNIZED_CLIENT(
      "com.amazon.coral.service#UnrecognizedClientException", "InvalidClientTokenId", 403),
  INVALID_SIGNATURE(
      "com.amazon.coral.service#InvalidSignatureException", "SignatureDoesNotMatch", 403);

  private final String type;
  private final String queryCode;
  private final int status;

  SqsError(String type, String queryCode) {
    this(type, queryCode, 400);
  }

  SqsError(String type, String queryCode, int status) {
    this.type = type;
    this.queryCode = queryCode;
    this.status = status;
  }

  @Override
  public String type() {
    return type;
  }

  String queryCode() {
    return queryCode;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("x-amzn-query-error", queryCode + ";Sender");
  }
}
